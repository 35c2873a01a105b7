import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { articleOf } from '@/core/anchor/generated-article';
import { placeAnchor } from '@/core/anchor/place';
import { articleText } from '@/core/article/text';
import type { Claim } from '@/core/claim/claim';
import type { Report } from '../report';
import { at, citation, claimOf, claimOn, comment, id, reportOf, source } from './hand-report';
import { collectionSchema } from './model-musts';
import { reportWebAnnotation } from './report-web-annotation';

const origin = 'https://desk.example';
const doc = articleOf('Die Brücke 🌉 kostete 40 Millionen.', 'The mayor said so twice.', 'The mayor said so twice.');
const text = articleText(doc);

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const fits = ajv.compile(collectionSchema);

function range(words: string, nth = 0): { from: number; to: number } {
  let start = text.text.indexOf(words);
  for (let more = nth; more > 0; more--) start = text.text.indexOf(words, start + 1);
  return { from: text.positionAt(start), to: text.positionAt(start + words.length) };
}

const SECRET = 'somebody in the harbour office';
const cost = claimOn(doc, 1, [range('kostete 40 Millionen')], {
  verdict: 'false',
  status: 'approved',
  rationale: 'It cost **60**. </script><!--',
  correction: 'kostete 60 Millionen',
  attributedTo: 'The mayor',
  citations: [
    citation(source(20, { kind: 'dataset', archivedUrl: 'https://archive.example/1', publisher: 'City' }), {
      stance: 'refutes',
      quote: '60 Millionen',
      locator: 'p. 3',
      note: SECRET,
    }),
    citation(source(21, { url: 'javascript:alert(1)', title: 'Ledger' }), { accessedAt: null, stance: 'context' }),
    citation(source(22, { confidential: true, title: SECRET })),
  ],
  comments: [
    comment(30, `Ask ${SECRET}`, { resolvedBy: id(1), resolvedAt: at }),
    comment(31, 'Done.', { parentId: id(30), author: 'A writer' }),
  ],
});
const twice = claimOn(doc, 2, [range('mayor said so'), range('mayor said so', 1)]);

function collection(claims: readonly Claim[], edition: Report['edition'] = 'internal', about = {}) {
  const written = reportWebAnnotation(reportOf(doc, claims, edition, about), { origin });
  return { written, json: JSON.parse(written) };
}

describe('reportWebAnnotation', () => {
  it.each<[name: string, claims: Claim[], edition: Report['edition']]>([
    ['claims of every kind', [cost, twice], 'internal'],
    ['the public edition', [cost, twice], 'public'],
    ['no claims', [], 'internal'],
  ])('holds to what the model says must be, for %s', (_name, claims, edition) => {
    fits(collection(claims, edition).json);
    expect(fits.errors ?? []).toEqual([]);
  });

  it('gives the same bytes for the same state, in whatever order it was read', () => {
    expect(collection([twice, cost]).written).toBe(collection([cost, twice]).written);
  });

  it('gives each place its own words, their surroundings, and offsets in code points', () => {
    const [first, second] = collection([cost, twice]).json.first.items;
    expect(first.target).toEqual([
      {
        type: 'SpecificResource',
        source: `${origin}/api/articles/${id(0xf0)}/text`,
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: 'kostete 40 Millionen',
            prefix: 'Die Brücke 🌉 ',
            suffix: '.\nThe mayor said so twice.\nThe m',
          },
          { type: 'TextPositionSelector', start: 13, end: 33 },
        ],
        'schema:author': { name: 'The mayor' },
      },
    ]);
    expect(second.target.map(({ selector }: { selector: { start: number }[] }) => selector[1]!.start)).toEqual([
      39, 64,
    ]);
  });

  it('gives a changed place the words that stand there now, and its verdict the words that it is of', () => {
    const stored = {
      id: id(9),
      ...range('kostete 40 Millionen'),
      exact: 'kostete 30 Millionen',
      prefix: '',
      suffix: '',
    };
    const [item] = collection([claimOf(1, [placeAnchor(doc, stored)], { verdict: 'true' })]).json.first.items;
    expect(item.target[0].selector[0].exact).toBe('kostete 40 Millionen');
    expect(item.body[0]['schema:claimReviewed']).toEqual(['kostete 30 Millionen']);
  });

  it('marks a passage that is gone, and gives no position for it', () => {
    const gone = placeAnchor(doc, {
      id: id(9),
      from: null,
      to: null,
      exact: 'Nobody came.',
      prefix: 'a ',
      suffix: ' b',
    });
    const [item] = collection([claimOf(1, [gone])]).json.first.items;
    expect(item.target[0].selector).toEqual([
      { type: 'TextQuoteSelector', exact: 'Nobody came.', prefix: 'a ', suffix: ' b' },
    ]);
    expect(item.target[0]['schema:creativeWorkStatus']).toBe('Obsolete');
  });

  it('says verdict, reasons, correction, sources, approval and threads each with its purpose', () => {
    const { body } = collection([cost]).json.first.items[0];
    expect(body.map(({ purpose, value }: { purpose: string; value?: string }) => [purpose, value])).toEqual([
      [['assessing', 'tagging'], 'False'],
      ['describing', 'It cost **60**. </script><!--'],
      ['editing', 'kostete 60 Millionen'],
      ['linking', undefined],
      ['linking', undefined],
      ['linking', undefined],
      ['moderating', 'Approved'],
      ['commenting', `Ask ${SECRET}`],
      ['replying', 'Done.'],
    ]);
    expect(body[0].creator.name).toBe('Maya Osei');
    expect(body[6]).toMatchObject({ creator: { name: 'Jun Park' }, created: '2026-03-04T16:00:00.000Z' });
    expect(body[8].creator.name).toBe('A writer');
  });

  it('gives a source its words, its place, its day and its copy, and a name of its own where it has no web address', () => {
    const [web, other] = collection([cost]).json.first.items[0].body.slice(3);
    expect(web).toMatchObject({
      source: { id: 'https://records.example/20', type: 'Dataset', label: 'Source 20', 'schema:publisher': 'City' },
      selector: { type: 'TextQuoteSelector', exact: '60 Millionen' },
      label: 'p. 3',
      state: { type: 'TimeState', sourceDate: at, cached: 'https://archive.example/1' },
    });
    expect(other.source).toEqual({ id: `urn:uuid:${id(21)}`, label: 'Ledger' });
    expect(other).not.toHaveProperty('state');
  });

  it('keeps what is confidential, and every internal note, out of the public edition', () => {
    expect(collection([cost]).written).toContain(SECRET);
    expect(collection([cost], 'public').written).not.toMatch(new RegExp(`${SECRET}|commenting|A writer`));
  });

  it('names the text by its SHA-256 and, where it is published, by that address', () => {
    const url = 'https://post.example/bridge';
    const { json } = collection([cost], 'public', { url });
    expect(json['schema:about']).toMatchObject({ id: url, 'schema:sha256': 'ab'.repeat(32) });
    expect(json.first.items[0].target[0].source).toBe(url);
  });

  it('can stand in a script element', () => {
    expect(collection([cost]).written).not.toContain('<');
  });
});
