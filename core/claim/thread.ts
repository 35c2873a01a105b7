import type { Me } from '@/core/newsroom/person';
import { may } from '@/core/newsroom/rights';
import { type ClaimPeople, isOnClaim } from './is-on-claim';
import type { Said } from './open-threads';

/** A thread: its first comment and the replies, oldest first. */
export interface Thread<C> {
  readonly first: C;
  readonly replies: readonly C[];
}

/** A claim's comments as threads, oldest first. A reply whose first comment is gone begins a thread of its own. */
export function threadsOf<C extends Said>(comments: readonly C[]): Thread<C>[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const threads = new Map<C, C[]>();
  for (const comment of comments) {
    const first = firstOf(comment, byId);
    const replies = threads.get(first) ?? [];
    threads.set(first, first === comment ? replies : [...replies, comment]);
  }
  const place = new Map(comments.map((comment, at) => [comment, at]));
  return [...threads]
    .map(([first, replies]) => ({ first, replies }))
    .sort((a, b) => (place.get(a.first) ?? 0) - (place.get(b.first) ?? 0));
}

/** What a comment answers in the end; itself where it answers nothing that is there, or where the answers go in a ring. */
function firstOf<C extends Said>(comment: C, byId: ReadonlyMap<string, C>): C {
  let first = comment;
  for (let step = 0; step < byId.size; step++) {
    const parent = byId.get(first.parentId ?? '');
    if (!parent) return first;
    first = parent;
  }
  return comment;
}

/** Whether a thread still waits for somebody: nobody has resolved its first comment. */
export function isOpen({ first }: Thread<Pick<Said, 'resolvedAt'>>): boolean {
  return first.resolvedAt === null;
}

/** Whether these are a person's own words, which nobody else may change; nobody here wrote what a document says. */
export function wroteIt(
  personId: string,
  { author, createdBy }: { author: string | null; createdBy: string },
): boolean {
  return author === null && createdBy === personId;
}

/** Whether a person may delete a comment: who wrote it or brought it in, and whoever may delete others'. */
export function mayDelete({ id, role }: Pick<Me, 'id' | 'role'>, { createdBy }: { createdBy: string }): boolean {
  return createdBy === id || may(role, 'comment.delete-others');
}

/**
 * Whether a person sees a confidential comment on a claim: an editor, a checker on that claim, and a checker who wrote in its thread
 * or whom its query was put to. `thread` is what stands in the thread, the comment among it.
 */
export function seesConfidentialNote(
  { id, role }: Pick<Me, 'id' | 'role'>,
  claim: ClaimPeople,
  thread: readonly { createdBy: string; to: string | null }[],
): boolean {
  if (may(role, 'confidential.read-all')) return true;
  const isTheirs = isOnClaim(id, claim) || thread.some(({ createdBy, to }) => createdBy === id || to === id);
  return may(role, 'confidential.read') && isTheirs;
}
