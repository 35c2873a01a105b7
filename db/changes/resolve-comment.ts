import { eq } from 'drizzle-orm';
import type { Comment } from '@/core/claim/comment';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { firstOf, openComment } from '@/db/queries/comments';
import type { Opened } from '@/db/queries/open-article';
import { type CommentRow, commentRecord } from '@/db/records/comment';
import { comments } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { answerQuery, noteWaiting, refuseSettling } from './ask';
import { confidentialOf } from './make-comment';
import { needRight } from './need-right';
import { touchArticle } from './touch-article';

/**
 * Resolves the thread that a comment is in, and answers its first comment. One that is resolved keeps the name of who resolved it.
 * A query that waits is answered by it. Throws `absent`, and `query-of-others` where that is not the caller's to do.
 */
export async function resolveComment(store: Store, call: Call, id: string): Promise<Comment> {
  needRight(call, 'comment.add');
  return store.change(async (tx) => {
    const opened = await openComment(tx, call, id);
    const first = await firstOf(tx, opened.comment);
    refuseSettling(call, first);
    const answered = await answerQuery(tx, call, opened, first, 'resolve');
    // An answer and the resolving that gave it are one change of the comment.
    const revision = first.revision + 1;
    if (first.resolvedAt !== null) return commentRecord(answered);
    return settle(tx, call, opened, answered, { resolvedBy: call.by.id, resolvedAt: call.at, revision });
  });
}

/**
 * Opens the thread that a comment is in again, and answers its first comment; a query waits again, also where its thread was never
 * resolved. Throws `absent`.
 */
export async function reopenComment(store: Store, call: Call, id: string): Promise<Comment> {
  needRight(call, 'comment.add');
  return store.change(async (tx) => {
    const opened = await openComment(tx, call, id);
    const first = await firstOf(tx, opened.comment);
    if (first.resolvedAt === null && first.answeredAt === null) return commentRecord(first);
    const open = { resolvedBy: null, resolvedAt: null, answeredBy: null, answeredAt: null };
    const reopened = await settle(tx, call, opened, first, { ...open, revision: first.revision + 1 });
    if (first.kind === 'query') await noteWaiting(tx, call, opened);
    return reopened;
  });
}

async function settle(
  tx: Db,
  call: Call,
  { claim }: Opened,
  first: CommentRow,
  fields: Partial<CommentRow> & Pick<CommentRow, 'resolvedAt'>,
): Promise<Comment> {
  await tx.update(comments).set(fields).where(eq(comments.id, first.id));
  await touchArticle(tx, call, claim.articleId);
  await appendEvent(tx, call, {
    kind: fields.resolvedAt === null ? 'comment.reopened' : 'comment.resolved',
    articleId: claim.articleId,
    claimId: claim.id,
    after: { commentId: first.id, ...confidentialOf(first), said: first.body },
  });
  return commentRecord({ ...first, ...fields });
}
