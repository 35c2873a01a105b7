import type { Anchor, Claim } from '@/core/claim/claim';
import type { Comment } from '@/core/claim/comment';
import type { Citation } from '@/core/source/source';
import { anchorOf, type Entry, sameValue, standsAt } from './entry';
import { fieldOf, type Known, recordOf } from './known';

/**
 * Whether the server's record already shows an entry's effect, so that there is nothing left to send: its answer was lost, its
 * event came before the answer, a field was typed back to what it was, or someone else did the very same.
 * What cannot be told from someone else's act is taken as landed only once it was sent.
 */
export function isLanded(entry: Entry, known: Known): boolean {
  const record = recordOf(known, entry);
  // Another tab's entry may start from a state that this tab has not heard of yet.
  if (!record || record.revision < (entry.baseRevision ?? 0)) return false;
  switch (entry.kind) {
    case 'claim.created':
    case 'citation.added':
    case 'comment.added':
    case 'comment.restored':
      return true;
    case 'claim.changed':
    case 'citation.changed':
    case 'comment.changed':
    case 'article.changed':
      // An earlier edit of the field that is still on its way would otherwise have the last word.
      return (
        sameValue(fieldOf(record, entry.field), entry.value) && entry.sent.every((sent) => sameValue(sent, entry.value))
      );
    case 'comment.resolved':
      return isComment(record) && record.resolvedAt !== null;
    case 'comment.reopened':
      // A query waits again by it, though its thread was never resolved.
      return isComment(record) && record.resolvedAt === null && !record.answeredAt;
    default:
      return isClaim(record) && hasEffect(entry, record);
  }
}

/** Whether a claim shows the effect of an act on it. */
function hasEffect(entry: Entry, claim: Claim): boolean {
  const wasSent = entry.sent.length > 0;
  const anchor = entry.shown && 'anchor' in entry.shown ? entry.shown.anchor : null;
  switch (entry.kind) {
    case 'claim.deleted':
      return claim.deletedAt !== null;
    case 'claim.restored':
      return claim.deletedAt === null;
    case 'anchor.added':
    case 'anchor.moved':
      return wasSent && anchor !== null && claim.anchors.some((one) => standsAt(one, anchor));
    case 'anchor.dropped':
      return !anchorOf(claim, entry.base as Anchor);
    case 'claim.approved':
      return wasSent && claim.approvals.some(({ by }) => by === entry.personId);
    case 'claim.unapproved':
      return wasSent && !claim.approvals.some(({ by }) => by === entry.personId);
    case 'claim.confirmed':
      return wasSent && !claim.anchors.some(({ state }) => state === 'changed');
    case 'check.given':
      return wasSent && claim.check?.checkerId === entry.personId && claim.check.givenAt !== null;
    case 'check.decided':
      return wasSent && claim.check?.outcome === 'decided';
    case 'claim.closed':
      return wasSent && claim.closed?.by === entry.personId;
    case 'claim.reopened':
      return wasSent && claim.closed === null;
    case 'correction.accepted':
    case 'correction.rejected':
      return wasSent && claim.correction === null && claim.revision > (entry.baseRevision ?? 0);
    case 'claim.returned':
      return wasSent && claim.status !== entry.base && claim.revision > (entry.baseRevision ?? 0);
    default:
      return false;
  }
}

export function isClaim(record: unknown): record is Claim {
  return hasShape(record) && Array.isArray(record.anchors) && Array.isArray(record.citations);
}

export function isComment(record: unknown): record is Comment {
  return hasShape(record) && typeof record.claimId === 'string' && typeof record.body === 'string';
}

export function isCitation(record: unknown): record is Citation {
  return hasShape(record) && typeof record.claimId === 'string' && typeof record.sourceId === 'string';
}

/** Every record of the interface has an id and a revision; what lacks them did not come from Stet. */
export function hasShape(record: unknown): record is Record<string, unknown> & { id: string; revision: number } {
  return (
    typeof record === 'object' &&
    record !== null &&
    'id' in record &&
    typeof record.id === 'string' &&
    'revision' in record &&
    Number.isInteger(record.revision)
  );
}
