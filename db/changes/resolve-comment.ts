import { eq } from 'drizzle-orm';
import type { Comment } from '@/core/claim/comment';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { firstOf, openComment } from '@/db/queries/comments';
import { commentRecord } from '@/db/records/comment';
import { comments } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { needRight } from './need-right';
import { touchArticle } from './touch-article';

/**
 * Resolves the thread that a comment is in, and answers its first comment. One that is resolved keeps the name of who resolved it.
 * Throws `absent`.
 */
export async function resolveComment(store: Store, call: Call, id: string): Promise<Comment> {
  return settle(store, call, id, { resolvedBy: call.by.id, resolvedAt: call.at });
}

/** Opens the thread that a comment is in again, and answers its first comment. Throws `absent`. */
export async function reopenComment(store: Store, call: Call, id: string): Promise<Comment> {
  return settle(store, call, id, { resolvedBy: null, resolvedAt: null });
}

async function settle(
  store: Store,
  call: Call,
  id: string,
  resolution: Pick<Comment, 'resolvedBy' | 'resolvedAt'>,
): Promise<Comment> {
  needRight(call, 'comment.add');
  return store.change(async (tx) => {
    const { comment, claim } = await openComment(tx, call, id);
    const first = await firstOf(tx, comment);
    const [isResolved, resolves] = [first.resolvedAt !== null, resolution.resolvedAt !== null];
    if (isResolved === resolves) return commentRecord(first);
    const fields = { ...resolution, revision: first.revision + 1 };
    await tx.update(comments).set(fields).where(eq(comments.id, first.id));
    await touchArticle(tx, call, claim.articleId);
    await appendEvent(tx, call, {
      kind: resolves ? 'comment.resolved' : 'comment.reopened',
      articleId: claim.articleId,
      claimId: claim.id,
      after: { commentId: first.id, said: first.body },
    });
    return { ...commentRecord(first), ...fields };
  });
}
