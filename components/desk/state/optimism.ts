import type { ArticleWithDoc } from '@/core/article/article';
import type { Claim, JudgedWords, PatchClaim } from '@/core/claim/claim';
import { type Act, confirm, judge, sendBack } from '@/core/claim/life';
import type { Citation } from '@/core/source/source';
import { anchorOf, type Entry, isFieldChange } from './entry';
import type { Standing } from './ledger';
import { judgedOn } from './words-judged';

/** A queued change and how it stands. */
export interface Queued {
  readonly entry: Entry;
  readonly standing: Standing;
}

/**
 * A claim as its person sees it: the server's record, if there is one, with their queued changes laid over it in order. What
 * was refused stays visible where it is something made or typed; where it would hide the true state (an approval, a deletion)
 * it is not shown as done. Null when there is nothing to show.
 */
export function laidOver(claim: Claim | undefined, queued: readonly Queued[]): Claim | null {
  let shown: Claim | null = claim ?? null;
  for (const one of queued) shown = applied(shown, one);
  return shown;
}

/** The article with its own queued changes. The same object when there are none. */
export function articleLaidOver(article: ArticleWithDoc, queued: readonly Queued[]): ArticleWithDoc {
  if (queued.length === 0) return article;
  return { ...article, ...Object.fromEntries(queued.map(({ entry }) => [entry.field, entry.value])) };
}

function applied(claim: Claim | null, { entry, standing }: Queued): Claim | null {
  if (entry.kind === 'claim.created')
    return claim ?? (entry.shown && 'claim' in entry.shown ? entry.shown.claim : null);
  if (!claim) return null;
  if (isFieldChange(entry)) return withField(claim, entry);
  if (entry.kind === 'citation.added')
    return entry.shown && 'citation' in entry.shown && !claim.citations.some(({ id }) => id === entry.recordId)
      ? { ...claim, citations: [...claim.citations, entry.shown.citation] }
      : claim;
  if (entry.kind === 'anchor.added')
    return entry.shown && 'anchor' in entry.shown
      ? { ...claim, anchors: [...claim.anchors, entry.shown.anchor] }
      : claim;
  return standing === 'ready' || standing === 'held' ? withAct(claim, entry) : claim;
}

function withField(claim: Claim, entry: Entry): Claim {
  if (entry.recordKind === 'claim') {
    // A status is the true state of the work or nothing: one that was refused is not shown as reached.
    if (entry.field === 'status' && entry.refused) return claim;
    const shown = judged(claim, { [entry.field]: entry.value }, actOf(entry));
    return entry.field === 'verdict' && entry.value !== null ? judgedOn(shown, wordsIn(entry)) : shown;
  }
  return withCitation(claim, entry.recordId, (citation) => ({ ...citation, [entry.field]: entry.value }));
}

/** The words that an entry says were judged. */
const wordsIn = ({ body }: Entry) => body?.words as JudgedWords | undefined;

const actOf = (entry: Entry): Act => ({ by: entry.personId, at: entry.at });

/** The claim as the server will judge it; unchanged where it will refuse. */
function judged(claim: Claim, patch: PatchClaim, act: Act): Claim {
  try {
    return { ...claim, ...judge(claim, patch, act) };
  } catch {
    return claim;
  }
}

function withAct(claim: Claim, entry: Entry): Claim {
  const seen = entry.base as Claim['anchors'][number];
  switch (entry.kind) {
    case 'claim.deleted':
      return { ...claim, deletedAt: entry.at };
    case 'claim.restored':
      return { ...claim, deletedAt: null };
    case 'claim.approved':
      return judged(claim, { status: 'approved' }, actOf(entry));
    case 'claim.returned':
      return { ...claim, ...sendBack(claim, actOf(entry)) };
    case 'claim.confirmed':
      return { ...judgedOn(claim, wordsIn(entry)), ...confirm(claim, actOf(entry), entry.value === true) };
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
    default:
      return claim;
  }
}

function withCitation(claim: Claim, id: string, change: (citation: Citation) => Citation): Claim {
  return { ...claim, citations: claim.citations.map((one) => (one.id === id ? change(one) : one)) };
}
