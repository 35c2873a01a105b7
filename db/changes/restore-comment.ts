import { eq } from 'drizzle-orm';
import { type Comment, mayDelete } from '@/core/claim/comment';
import { waits } from '@/core/claim/query';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { openComment } from '@/db/queries/comments';
import { commentRecord } from '@/db/records/comment';
import { comments } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { noteWaiting } from './ask';
import { toldOf } from './make-comment';
import { needRight } from './need-right';
import { touchArticle } from './touch-article';

/**
 * Brings a deleted comment back as it was; one that is not deleted stays as it is. Whoever may delete it may. Throws `absent` and
 * `comment-of-another`.
 */
export async function restoreComment(store: Store, call: Call, id: string): Promise<Comment> {
  needRight(call, 'comment.add');
  return store.change(async (tx) => {
    const opened = await openComment(tx, call, id, { deleted: true });
    const { comment, claim } = opened;
    if (!mayDelete(call.by, comment)) throw new Problem('comment-of-another');
    if (comment.deletedAt === null) return commentRecord(comment);
    const fields = { deletedAt: null, revision: comment.revision + 1 };
    await tx.update(comments).set(fields).where(eq(comments.id, id));
    await touchArticle(tx, call, claim.articleId);
    await appendEvent(tx, call, {
      kind: 'comment.restored',
      articleId: claim.articleId,
      claimId: claim.id,
      after: { ...toldOf(comment), body: comment.body },
    });
    if (waits(comment)) await noteWaiting(tx, call, opened);
    return commentRecord({ ...comment, ...fields });
  });
}
