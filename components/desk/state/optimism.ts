import type { ArticleWithDoc } from '@/core/article/article';
import type { Claim, JudgedWords, PatchClaim } from '@/core/claim/claim';
import type { Comment } from '@/core/claim/comment';
import { type Act, confirm, judge, sendBack, withdraw } from '@/core/claim/life';
import { waits } from '@/core/claim/open-threads';
import type { House } from '@/core/claim/unmet-rules';
import type { Role } from '@/core/newsroom/vocabulary';
import type { Citation } from '@/core/source/source';
import { anchorOf, type Entry, isFieldChange } from './entry';
import type { Standing } from './ledger';
import { judgedOn } from './words-judged';

/** A queued change and how it stands. */
export interface Queued {
  readonly entry: Entry;
  readonly standing: Standing;
}

/** What decides on what a person does to a claim: their role, and what their newsroom asks. */
export interface Standpoint {
  readonly role: Role;
  readonly house: House;
}

/**
 * A claim as its person sees it: the server's record, if there is one, with their queued changes laid over it in order. What
 * was refused stays visible where it is something made or typed; where it would hide the true state (an approval, a deletion)
 * it is not shown as done. Null when there is nothing to show.
 */
export function laidOver(claim: Claim | undefined, queued: readonly Queued[], standpoint: Standpoint): Claim | null {
  let shown: Claim | null = claim ?? null;
  for (const one of queued) shown = applied(shown, one, standpoint);
  return shown;
}

/** The article with its own queued changes. The same object when there are none. */
export function articleLaidOver(article: ArticleWithDoc, queued: readonly Queued[]): ArticleWithDoc {
  if (queued.length === 0) return article;
  return { ...article, ...Object.fromEntries(queued.map(({ entry }) => [entry.field, entry.value])) };
}

function applied(claim: Claim | null, { entry, standing }: Queued, standpoint: Standpoint): Claim | null {
  if (entry.kind === 'claim.created')
    return claim ?? (entry.shown && 'claim' in entry.shown ? whole(entry.shown.claim) : null);
  if (!claim) return null;
  if (isFieldChange(entry)) return withField(claim, entry, standpoint);
  if (entry.kind === 'citation.added')
    return entry.shown && 'citation' in entry.shown && !claim.citations.some(({ id }) => id === entry.recordId)
      ? { ...claim, citations: [...claim.citations, entry.shown.citation] }
      : claim;
  if (entry.kind === 'comment.added' || entry.kind === 'comment.restored')
    return entry.shown && 'comment' in entry.shown ? withComment(claim, entry.shown.comment) : claim;
  if (entry.kind === 'anchor.added')
    return entry.shown && 'anchor' in entry.shown
      ? { ...claim, anchors: [...claim.anchors, entry.shown.anchor] }
      : claim;
  return standing === 'ready' || standing === 'held' ? withAct(claim, entry, standpoint) : claim;
}

/** What was kept by an older desk lacks what claims have had since. */
function whole(claim: Claim): Claim {
  return {
    ...claim,
    comments: claim.comments ?? [],
    approvals: claim.approvals ?? [],
    returned: claim.returned ?? null,
    check: claim.check ?? null,
  };
}

function withField(claim: Claim, entry: Entry, standpoint: Standpoint): Claim {
  if (entry.recordKind === 'claim') {
    // A status is the true state of the work or nothing: one that was refused is not shown as reached.
    if (entry.field === 'status' && entry.refused) return claim;
    const shown = judged(claim, { [entry.field]: entry.value }, entry, standpoint);
    return entry.field === 'verdict' && entry.value !== null ? judgedOn(shown, wordsIn(entry)) : shown;
  }
  if (entry.recordKind === 'comment')
    return changedComment(claim, entry.recordId, () => ({ [entry.field]: entry.value, updatedAt: entry.at }));
  return withCitation(claim, entry.recordId, (citation) => ({ ...citation, [entry.field]: entry.value }));
}

/** The words that an entry says were judged. */
const wordsIn = ({ body }: Entry) => body?.words as JudgedWords | undefined;

const actOf = (entry: Entry, { role }: Standpoint): Act => ({ by: entry.personId, role, at: entry.at });

/** The claim as the server will judge it; unchanged where it will refuse. */
function judged(claim: Claim, patch: PatchClaim, entry: Entry, standpoint: Standpoint): Claim {
  return orUnchanged(claim, () => judge(claim, patch, actOf(entry, standpoint), standpoint.house));
}

function orUnchanged(claim: Claim, change: () => Partial<Claim>): Claim {
  try {
    return { ...claim, ...change() };
  } catch {
    return claim;
  }
}

function withAct(claim: Claim, entry: Entry, standpoint: Standpoint): Claim {
  const seen = entry.base as Claim['anchors'][number];
  switch (entry.kind) {
    case 'claim.deleted':
      return { ...claim, deletedAt: entry.at };
    case 'claim.restored':
      return { ...claim, deletedAt: null };
    case 'claim.approved':
      return judged(claim, { status: 'approved' }, entry, standpoint);
    case 'claim.unapproved':
      return orUnchanged(claim, () => withdraw(claim, actOf(entry, standpoint)));
    case 'claim.returned':
      return orUnchanged(claim, () => sendBack(claim, String(entry.value), actOf(entry, standpoint)));
    case 'claim.confirmed':
      return {
        ...judgedOn(claim, wordsIn(entry)),
        ...confirm({ ...claim, queryWaits: claim.comments.some(waits) }, actOf(entry, standpoint), standpoint.house),
      };
    case 'claim.closed':
      return { ...claim, closed: { by: entry.personId, at: entry.at, reason: String(entry.body?.note ?? '') } };
    case 'claim.reopened':
      return { ...claim, closed: null };
    case 'correction.accepted':
    case 'correction.rejected':
      return { ...claim, correction: null };
    case 'anchor.dropped': {
      const gone = anchorOf(claim, seen);
      return { ...claim, anchors: claim.anchors.filter((anchor) => anchor !== gone) };
    }
    case 'anchor.moved': {
      const moved = entry.shown && 'anchor' in entry.shown ? entry.shown.anchor : null;
      const from = anchorOf(claim, seen);
      return { ...claim, anchors: claim.anchors.map((anchor) => (moved && anchor === from ? moved : anchor)) };
    }
    case 'citation.dropped':
      return { ...claim, citations: claim.citations.filter(({ id }) => id !== entry.recordId) };
    case 'comment.deleted':
      return { ...claim, comments: claim.comments.filter(({ id }) => id !== entry.recordId) };
    case 'comment.resolved':
      return changedComment(claim, entry.recordId, (comment) => ({
        resolvedBy: entry.personId,
        resolvedAt: entry.at,
        ...(waits(comment) && { answeredBy: entry.personId, answeredAt: entry.at }),
      }));
    case 'comment.reopened':
      return changedComment(claim, entry.recordId, () => ({
        resolvedBy: null,
        resolvedAt: null,
        answeredBy: null,
        answeredAt: null,
      }));
    default:
      return claim;
  }
}

/** In the order in which they were said; no two comments of a claim were said at the same time. */
export function oldestFirst(comments: readonly Comment[]): Comment[] {
  return comments.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

/** With a comment, in its place among the others by its time, unless it is there. */
function withComment(claim: Claim, comment: Comment): Claim {
  if (claim.comments.some(({ id }) => id === comment.id)) return claim;
  return { ...claim, comments: oldestFirst([...claim.comments, comment]) };
}

function changedComment(claim: Claim, id: string, change: (comment: Comment) => Partial<Comment>): Claim {
  return { ...claim, comments: claim.comments.map((one) => (one.id === id ? { ...one, ...change(one) } : one)) };
}

function withCitation(claim: Claim, id: string, change: (citation: Citation) => Citation): Claim {
  return { ...claim, citations: claim.citations.map((one) => (one.id === id ? change(one) : one)) };
}
