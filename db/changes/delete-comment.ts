import { eq } from 'drizzle-orm';
import { type Comment, mayDelete } from '@/core/claim/comment';
import { waits } from '@/core/claim/query';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { isAnswered, openComment } from '@/db/queries/comments';
import { commentRecord } from '@/db/records/comment';
import { comments } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { noteSettled } from './ask';
import { toldOf } from './make-comment';
import { needRight } from './need-right';
import { touchArticle } from './touch-article';

/**
 * Deletes a comment; the event keeps what it said. A query that waited blocks approval no more. Who wrote it or brought it in may, and whoever may delete others'. Returns it as
 * it was. Throws `absent`, `stale`, `comment-of-another`, and `comment-answered` where others have answered it: their answers would
 * be answers to nothing.
 */
export async function deleteComment(store: Store, call: Call, id: string, revision: number): Promise<Comment> {
  needRight(call, 'comment.add');
  return store.change(async (tx) => {
    const opened = await openComment(tx, call, id);
    const { comment, claim } = opened;
    if (!mayDelete(call.by, comment)) throw new Problem('comment-of-another');
    const current = commentRecord(comment);
    if (comment.revision !== revision) throw new Problem('stale', {}, { current });
    if (await isAnswered(tx, id)) throw new Problem('comment-answered');
    await tx
      .update(comments)
      .set({ deletedAt: call.at, revision: revision + 1 })
      .where(eq(comments.id, id));
    await touchArticle(tx, call, claim.articleId);
    await appendEvent(tx, call, {
      kind: 'comment.deleted',
      articleId: claim.articleId,
      claimId: claim.id,
      before: { ...toldOf(comment), body: comment.body },
    });
    if (waits(comment)) await noteSettled(tx, call, opened);
    return current;
  });
}
