import { describe, expect, it } from 'vitest';
import { articleOf } from '@/core/anchor/generated-article';
import { placeAnchor } from '@/core/anchor/place';
import { articleText } from '@/core/article/text';
import type { Claim } from '@/core/claim/claim';
import type { Report } from '../report';
import { at, citation, claimOf, claimOn, comment, id, reportOf, source } from '../web-annotation/hand-report';
import { reportClaimReview } from './report-claim-review';

const doc = articleOf('“The bridge cost 40 million,” the mayor said.', 'It opened in May.');
const text = articleText(doc);
const WORDS = 'The bridge cost 40 million';
const url = 'https://post.example/bridge';
const SECRET = 'somebody in the harbour office';

function range(words: string): { from: number; to: number } {
  const start = text.text.indexOf(words);
  return { from: text.positionAt(start), to: text.positionAt(start + words.length) };
}
function said(about: Partial<Claim> = {}, number = 1): Claim {
  return claimOn(doc, number, [range(WORDS)], { verdict: 'false', attributedTo: 'Ana Ruiz', ...about });
}

function graphOf(
  claims: readonly Claim[],
  about: Partial<Report['article']> = {},
  edition: Report['edition'] = 'public',
) {
  const written = reportClaimReview(reportOf(doc, claims, edition, about), { origin: 'https://desk.example' });
  const { '@context': context, '@graph': graph, ...more } = JSON.parse(written);
  return { written, context, more, reviews: graph.slice(0, -1), article: graph.at(-1) };
}

/** What Google's documentation of fact-check structured data calls required, and of what kind. */
function missing(review: Record<string, unknown>): string[] {
  const rating = review.reviewRating as Record<string, unknown>;
  const numbers = ['ratingValue', 'bestRating', 'worstRating'].map((name) => rating?.[name]);
  const checks: [string, boolean][] = [
    ['@type', review['@type'] === 'ClaimReview'],
    ['claimReviewed', typeof review.claimReviewed === 'string' && review.claimReviewed !== ''],
    ['url', typeof review.url === 'string' && /^https?:/.test(review.url) && URL.canParse(review.url)],
    ['reviewRating', rating?.['@type'] === 'Rating'],
    ['reviewRating.alternateName', typeof rating?.alternateName === 'string' && rating.alternateName !== ''],
    ['all numbers or none', numbers.every(Number.isFinite) || numbers.every((number) => number === undefined)],
    ['datePublished', /^\d{4}-\d\d-\d\d$/.test(String(review.datePublished))],
    ['author', (review.author as Record<string, unknown>)?.['@type'] === 'Organization'],
    ['itemReviewed', (review.itemReviewed as Record<string, unknown>)?.['@type'] === 'Claim'],
  ];
  return checks.filter(([, holds]) => !holds).map(([name]) => name);
}

describe('reportClaimReview', () => {
  it('has all that Google requires, published or not', () => {
    for (const about of [{ url, publishedAt: '2026-03-01' }, {}])
      expect(graphOf([said(), said({ verdict: 'opinion' }, 2)], about).reviews.flatMap(missing)).toEqual([]);
  });

  it('is plain schema.org: one context and one graph', () => {
    const { context, more } = graphOf([said()]);
    expect([context, more]).toEqual(['https://schema.org', {}]);
  });

  it('says whose claim was judged, how, by whom, and where it can be read', () => {
    const claim = said({ status: 'approved', rationale: 'It cost **60**.' });
    expect(graphOf([claim], { url, publishedAt: '2026-03-03' }).reviews).toEqual([
      {
        '@type': 'ClaimReview',
        '@id': `urn:uuid:${id(1)}`,
        url: `${url}#:~:text=The%20bridge%20cost%2040%20million`,
        claimReviewed: WORDS,
        reviewRating: { '@type': 'Rating', alternateName: 'False', ratingValue: 1, bestRating: 5, worstRating: 1 },
        reviewBody: 'It cost 60.',
        author: { '@type': 'Organization', name: 'The Harbour Post' },
        contributor: { '@type': 'Person', name: 'Maya Osei' },
        editor: { '@type': 'Person', name: 'Jun Park' },
        datePublished: '2026-03-04',
        inLanguage: 'en',
        itemReviewed: {
          '@type': 'Claim',
          author: { '@type': 'Person', name: 'Ana Ruiz' },
          appearance: [{ '@type': 'CreativeWork', url, name: 'The bridge opens', datePublished: '2026-03-03' }],
        },
      },
    ]);
  });

  it('gives a verdict without a value its name alone', () => {
    expect(graphOf([said({ verdict: 'opinion' })]).reviews[0].reviewRating).toEqual({
      '@type': 'Rating',
      alternateName: 'Opinion',
    });
  });

  it.each<[name: string, values: [false: number | null, opinion: number | null]]>([
    ['without values', [null, null]],
    ['with one value, which is best and worst at once', [1, null]],
  ])('gives no numbers on a scale %s', (_name, values) => {
    const report = reportOf(doc, [said()]);
    const verdicts = report.scale.verdicts
      .filter(({ key }) => key === 'false' || key === 'opinion')
      .map((verdict, at) => ({ ...verdict, value: values[at]! }));
    const written = reportClaimReview(
      { ...report, scale: { name: 'Ours', verdicts } },
      { origin: 'https://desk.example' },
    );
    expect(JSON.parse(written)['@graph'][0].reviewRating).toEqual({ '@type': 'Rating', alternateName: 'False' });
  });

  it('leads to the desk where the article is not published, and says so', () => {
    const { reviews, article } = graphOf([said()]);
    expect(reviews[0].url).toBe(`https://desk.example/articles/${id(0xf0)}#claim-${id(1)}`);
    expect(article.description).toBe('No published address is known: the addresses lead to the desk.');
  });

  it.each<[name: string, verdict: string, approved: string | null, published: string | null, day: string]>([
    ['the verdict', '2026-03-02T23:59:00.000Z', null, '2026-02-01', '2026-03-02'],
    ['the approval', '2026-03-02T09:00:00.000Z', '2026-03-05T00:00:00.000Z', null, '2026-03-05'],
    ['the publication', '2026-03-02T09:00:00.000Z', null, '2026-04-01T10:00:00.000Z', '2026-04-01'],
    ['the verdict, of a publication known to the year', '2026-03-02T09:00:00.000Z', null, '2027', '2026-03-02'],
  ])('is published on the last day of all: %s', (_name, verdictAt, approvedAt, publishedAt, day) => {
    expect(graphOf([said({ verdictAt, approvedAt })], { publishedAt }).reviews[0].datePublished).toBe(day);
  });

  it.each<
    [
      name: string,
      sources: [quote: string | null, publishedAt: string | null][],
      appears: number[],
      first: number | null,
    ]
  >([
    ['a source that quotes the very words', [[`He said: “${WORDS}.”`, '2025-10-01']], [0], 0],
    ['one that only speaks of it', [['The bridge was dear.', '2025-10-01']], [], null],
    ['one whose words nobody quoted', [[null, '2025-10-01']], [], null],
    [
      'the earliest of two',
      [
        [WORDS, '2025-10-02'],
        [WORDS, '2025-10-01'],
      ],
      [0, 1],
      1,
    ],
    [
      'two of one day',
      [
        [WORDS, '2025-10-01'],
        [WORDS, '2025-10-01'],
      ],
      [0, 1],
      null,
    ],
    [
      'a year and a day in it',
      [
        [WORDS, '2025'],
        [WORDS, '2025-10-01'],
      ],
      [0, 1],
      null,
    ],
    ['one without a day', [[WORDS, null]], [0], null],
  ])('names where the claim appeared, and where first: %s', (_name, sources, appears, first) => {
    const citations = sources.map(([quote, publishedAt], at) => citation(source(20 + at, { publishedAt }), { quote }));
    const { itemReviewed } = graphOf([said({ citations })]).reviews[0];
    const address = (at: number) => `https://records.example/${20 + at}`;
    expect((itemReviewed.appearance ?? []).map((work: { url: string }) => work.url)).toEqual(appears.map(address));
    expect(itemReviewed.firstAppearance?.url).toBe(first === null ? undefined : address(first));
    expect(itemReviewed.datePublished).toBe(first === null ? undefined : sources[first]![1]);
  });

  const changed = placeAnchor(doc, {
    id: id(9),
    ...range(WORDS),
    exact: 'The bridge cost 30 million',
    prefix: '',
    suffix: '',
  });
  const gone = placeAnchor(doc, { id: id(8), from: null, to: null, exact: 'Nobody came.', prefix: '', suffix: '' });
  const about = { verdict: 'false', attributedTo: 'Ana Ruiz' };
  it.each<[name: string, claim: Claim, reason: string]>([
    ['the newsroom’s own statement', said({ attributedTo: null }), 'It is not attributed to anybody else.'],
    ['one attributed to nobody', said({ attributedTo: ' ' }), 'It is not attributed to anybody else.'],
    [
      'the newsroom’s words',
      said({ attributedTo: 'the harbour post' }),
      'It is attributed to those who check or publish it.',
    ],
    [
      'the publisher’s words',
      said({ attributedTo: 'Bay Press' }),
      'It is attributed to those who check or publish it.',
    ],
    ['one without a verdict', said({ verdict: null }), 'It has no verdict.'],
    ['a verdict of another scale', said({ verdict: 'confirmed' }), 'Its verdict is not on the scale.'],
    ['one that was closed', said({ closed: { by: id(1), at, reason: SECRET } }), 'It was closed.'],
    ['words that have changed', claimOf(1, [changed, gone], about), 'Its words have changed since the verdict.'],
    ['words that are gone', claimOf(1, [gone], about), 'Its words no longer stand in the article.'],
  ])('lists with its reason what cannot be one: %s', (_name, claim, reason) => {
    const { reviews, article } = graphOf([claim], { publisher: 'Bay Press' }, 'internal');
    expect(reviews).toEqual([]);
    expect(article.hasPart).toMatchObject([{ '@type': 'Claim', '@id': `urn:uuid:${claim.id}`, description: reason }]);
  });

  it('reviews the words of a place where they still stand, of several', () => {
    const [standing] = said().anchors;
    expect(graphOf([claimOf(1, [gone, standing!], about)]).reviews[0].claimReviewed).toBe(WORDS);
  });

  it('names the text by its SHA-256', () => {
    expect(graphOf([]).article.identifier).toMatchObject({ propertyID: 'sha256', value: 'ab'.repeat(32) });
  });

  it.each(['internal', 'public'] as const)('says nothing that is the newsroom’s own, in the %s edition', (edition) => {
    const claim = said({
      severity: 'critical',
      closed: null,
      citations: [
        citation(source(20, { note: SECRET }), { note: SECRET }),
        citation(source(21, { confidential: true, title: SECRET }), { quote: WORDS }),
      ],
      comments: [comment(30, SECRET)],
    });
    const hidden = said({ closed: { by: id(1), at, reason: SECRET } }, 2);
    expect(graphOf([claim, hidden], { url }, edition).written).not.toMatch(new RegExp(`${SECRET}|critical`));
  });

  it('can stand in a script element', () => {
    const claim = said({ rationale: '`</script><script>alert(1)</script>`', attributedTo: '<!--' });
    const { written, reviews } = graphOf([claim]);
    expect(written).not.toContain('<');
    expect(reviews[0].itemReviewed.author.name).toBe('<!--');
  });

  it('gives the same bytes for the same state, in whatever order it was read', () => {
    const claims = [said(), claimOn(doc, 2, [range('It opened')])];
    expect(graphOf(claims).written).toBe(graphOf(claims.toReversed()).written);
  });
});
