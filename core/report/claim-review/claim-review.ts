import type { Anchor, Claim } from '@/core/claim/claim';
import { rationaleText, rationaleTree } from '@/core/claim/rationale';
import type { Verdict } from '@/core/claim/scale';
import { isWebAddress } from '@/core/record';
import type { Reading } from '../reading';
import { deskAddress, urnOf } from '../web-annotation/linked-data';
import { type Appearance, appearancesOf, firstOf } from './appearances';
import { addressOfWords } from './text-fragment';

/** Where the check can be read: at the words in the published article, or where it is not published at the claim at the desk. */
export function addressOfClaim({ report }: Reading, claim: Claim, words: string, origin: string): string {
  const { url } = report.article;
  return url !== null && isWebAddress(url)
    ? addressOfWords(url, words)
    : deskAddress(origin, claim.articleId, claim.id);
}

/**
 * One judged claim of somebody else's as a schema.org ClaimReview. `place` is where the words stand that the verdict is of.
 * Numbers are given where the scale has a best and a worst value and the verdict has one: an opinion has a name alone.
 */
export function claimReview(reading: Reading, claim: Claim, place: Anchor, origin: string): object {
  const { report, verdictOf } = reading;
  const { article } = report;
  return {
    '@type': 'ClaimReview',
    '@id': urnOf(claim.id),
    url: addressOfClaim(reading, claim, place.exact, origin),
    claimReviewed: place.exact,
    reviewRating: rating(verdictOf(claim)!, report.scale.verdicts),
    ...(claim.rationale && { reviewBody: rationaleText(rationaleTree(claim.rationale)) }),
    author: { '@type': 'Organization', name: report.newsroom },
    ...(claim.verdictBy !== null && { contributor: person(reading, claim.verdictBy) }),
    ...(claim.approvedBy !== null && { editor: editors(reading, claim) }),
    datePublished: datePublished(reading, claim),
    inLanguage: article.language,
    itemReviewed: {
      '@type': 'Claim',
      author: { '@type': 'Person', name: claim.attributedTo },
      ...appearances(reading, claim, place.exact),
    },
  };
}

/** Who approved it: one, or a list of several. */
function editors(reading: Reading, { approvals }: Claim): object {
  const people = approvals.map(({ by }) => person(reading, by));
  return people.length === 1 ? people[0]! : people;
}

function person({ name }: Reading, id: string): object {
  return { '@type': 'Person', name: name(id) };
}

function rating({ label, value }: Verdict, scale: readonly Verdict[]): object {
  const values = scale.map((verdict) => verdict.value).filter((known) => known !== null);
  const [best, worst] = [Math.max(...values), Math.min(...values)];
  const numbers = value !== null && best > worst ? { ratingValue: value, bestRating: best, worstRating: worst } : {};
  return { '@type': 'Rating', alternateName: label, ...numbers };
}

/**
 * The day on which the check can first have been read: the last of the verdict, its approval and the article's own publication,
 * where that is known to the day.
 */
function datePublished({ report }: Reading, claim: Claim): string {
  const { publishedAt } = report.article;
  const days = [claim.verdictAt ?? claim.updatedAt, claim.approvedAt, publishedAt]
    .filter((time) => time !== null)
    .map((time) => time.slice(0, 'YYYY-MM-DD'.length))
    .filter((day) => day.length === 'YYYY-MM-DD'.length);
  return days.sort().at(-1)!;
}

function appearances({ report }: Reading, claim: Claim, words: string): object {
  const { url, title, publishedAt } = report.article;
  const found = appearancesOf(claim, words);
  const first = firstOf(found);
  const all = [
    ...(url !== null && isWebAddress(url) ? [creativeWork(url, title, publishedAt)] : []),
    ...found.map(work),
  ];
  return {
    ...(first && { datePublished: first.source.publishedAt, firstAppearance: work(first) }),
    ...(all.length > 0 && { appearance: all }),
  };
}

function work({ source, url }: Appearance): object {
  return creativeWork(url, source.title, source.publishedAt);
}

function creativeWork(url: string, name: string, publishedAt: string | null): object {
  return { '@type': 'CreativeWork', url, name, ...(publishedAt !== null && { datePublished: publishedAt }) };
}
