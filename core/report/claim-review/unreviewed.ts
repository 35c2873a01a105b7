import { fold } from '@/core/anchor/fold';
import type { Anchor, Claim } from '@/core/claim/claim';
import type { Reading } from '../reading';
import { standingPlaces } from '../standing-places';

/** Why a claim cannot be a ClaimReview. The sentences are `review_not_…` of the report's words. */
type Unreviewed =
  | 'unattributed'
  | 'own-words'
  | 'not-judged'
  | 'verdict-unknown'
  | 'closed'
  | 'words-gone'
  | 'words-changed';

/**
 * The place at which a claim's judged words stand, or why it cannot be a ClaimReview: it must be somebody else's claim, judged,
 * and readable in the article with the words that the verdict is of.
 */
export function reviewablePlace(reading: Reading, claim: Claim): Anchor | Unreviewed {
  if (claim.attributedTo === null || claim.attributedTo.trim() === '') return 'unattributed';
  if (isOwn(reading, claim.attributedTo)) return 'own-words';
  if (claim.verdict === null) return 'not-judged';
  if (reading.verdictOf(claim) === undefined) return 'verdict-unknown';
  if (claim.closed !== null) return 'closed';
  const standing = standingPlaces(claim);
  return standing.find(({ state }) => state === 'anchored') ?? (standing.length > 0 ? 'words-changed' : 'words-gone');
}

/** Whether these are the words of those who check or publish: nobody reviews their own claims. */
function isOwn({ report }: Reading, attributedTo: string): boolean {
  const own = [report.newsroom, report.article.publisher].filter((name) => name !== null);
  return own.some((name) => key(name) === key(attributedTo));
}

function key(name: string): string {
  return fold(name).trim().toLowerCase();
}
