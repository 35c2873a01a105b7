import { eq } from 'drizzle-orm';
import { type Comment, type PatchComment, wroteIt } from '@/core/claim/comment';

import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { openComment } from '@/db/queries/comments';
import { commentRecord } from '@/db/records/comment';
import { comments } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { needRight } from './need-right';
import { touchArticle } from './touch-article';

/** Changes the words of the caller's own comment. Throws `absent`, `stale`, and `comment-of-another`. */
export async function changeComment(
  store: Store,
  call: Call,
  id: string,
  revision: number,
  { body }: PatchComment,
): Promise<Comment> {
  needRight(call, 'comment.add');
  return store.change(async (tx) => {
    const { comment, claim } = await openComment(tx, call, id);
    if (!wroteIt(call.by.id, comment)) throw new Problem('comment-of-another');
    const current = commentRecord(comment);
    if (comment.revision !== revision) throw new Problem('stale', {}, { current });
    if (comment.body === body) return current;
    const fields = { body, revision: revision + 1, updatedAt: call.at };
    await tx.update(comments).set(fields).where(eq(comments.id, id));
    await touchArticle(tx, call, claim.articleId);
    await appendEvent(tx, call, {
      kind: 'comment.changed',
      articleId: claim.articleId,
      claimId: claim.id,
      before: { commentId: id, body: comment.body },
      after: { commentId: id, body },
    });
    return { ...current, ...fields };
  });
}
