import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Comment } from '@/core/claim/comment';
import { grouped } from '@/core/grouped';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import { type Db, statement } from '@/db/database';
import { type CommentRow, commentRecord } from '@/db/records/comment';
import { comments } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { type Opened, openClaim } from './open-article';
import { commentShown, seesComment } from './shown-comments';

const selectComment = statement((db) =>
  db
    .select()
    .from(comments)
    .where(eq(comments.id, sql.placeholder('id')))
    .prepare(),
);

/** The comments of a claim, oldest first; none for those who may not see what is internal. Throws `absent`. */
export async function commentsOf(store: Reader, call: Call, claimId: string): Promise<Comment[]> {
  await openClaim(store.read, call, claimId);
  return (await commentsByClaim(store.read, call, [claimId])).get(claimId) ?? [];
}

/** The same of many claims, which the caller is known to see. */
export async function commentsByClaim(db: Db, call: Call, claimIds: string[]): Promise<Map<string, Comment[]>> {
  const shown = commentShown(db, call);
  const rows = await db
    .select()
    .from(comments)
    .where(and(inArray(comments.claimId, claimIds), isNull(comments.deletedAt), shown))
    .orderBy(comments.createdAt, comments.id);
  return grouped(rows.map(commentRecord), (comment) => comment.claimId);
}

/** A comment, and the claim that it is about. */
export interface OpenComment extends Opened {
  comment: CommentRow;
}

/**
 * The comment, if its claim is the caller's to see and comments are; else `absent`, as when there is none or it was deleted, unless
 * `deleted` takes such a one as well.
 */
export async function openComment(db: Db, call: Call, id: string, { deleted = false } = {}): Promise<OpenComment> {
  const [comment] = await selectComment(db).execute({ id });
  if (!comment || (comment.deletedAt !== null && !deleted)) throw new Problem('absent');
  if (!(await seesComment(db, call, comment))) throw new Problem('absent');
  return { comment, ...(await openClaim(db, call, comment.claimId)) };
}

/** The first comment of the thread that a comment is in, itself perhaps; the comment alone where that one is gone. */
export async function firstOf(db: Db, comment: CommentRow): Promise<CommentRow> {
  return (comment.parentId !== null && (await liveComment(db, comment.parentId))) || comment;
}

/** Whether a comment has replies that stand. */
export async function isAnswered(db: Db, id: string): Promise<boolean> {
  const [reply] = await db
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.parentId, id), isNull(comments.deletedAt)))
    .limit(1);
  return reply !== undefined;
}

/** The comment's record; deleted ones too, for a create that is repeated. */
export async function anyComment(db: Db, call: Call, id: string): Promise<Comment> {
  const [row] = await selectComment(db).execute({ id });
  if (!row || !(await seesComment(db, call, row))) throw new Problem('absent');
  return commentRecord(row);
}

/** A comment that is not deleted. */
export async function liveComment(db: Db, id: string): Promise<CommentRow | undefined> {
  const [row] = await selectComment(db).execute({ id });
  return row?.deletedAt === null ? row : undefined;
}

/** The comments of a thread that stand, the first of them included. */
export async function threadOf(db: Db, first: CommentRow): Promise<CommentRow[]> {
  return db
    .select()
    .from(comments)
    .where(and(or(eq(comments.id, first.id), eq(comments.parentId, first.id)), isNull(comments.deletedAt)));
}

/** The ids of a claim's queries that nobody has answered, the oldest first: whoever asks, whether they may see them or not. */
export async function waitingQueries(db: Db, claimId: string): Promise<string[]> {
  const rows = await db
    .select({ id: comments.id })
    .from(comments)
    .where(
      and(
        eq(comments.claimId, claimId),
        eq(comments.kind, 'query'),
        isNull(comments.answeredAt),
        isNull(comments.deletedAt),
      ),
    )
    .orderBy(comments.createdAt, comments.id);
  return rows.map(({ id }) => id);
}
