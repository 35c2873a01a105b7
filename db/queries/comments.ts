import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Comment } from '@/core/claim/comment';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import { type Db, statement } from '@/db/database';
import { grouped } from '@/db/grouped';
import type { ClaimRow } from '@/db/records/claim';
import { type CommentRow, commentRecord } from '@/db/records/comment';
import { seesConfidential } from '@/db/records/source';
import { comments } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { openClaim } from './open-article';

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
  if (!seesConfidential(call)) return new Map();
  const rows = await db
    .select()
    .from(comments)
    .where(and(inArray(comments.claimId, claimIds), isNull(comments.deletedAt)))
    .orderBy(comments.createdAt, comments.id);
  return grouped(rows.map(commentRecord), (comment) => comment.claimId);
}

/** A comment, and the claim that it is about. */
export interface OpenComment {
  comment: CommentRow;
  claim: ClaimRow;
}

/**
 * The comment, if its claim is the caller's to see and comments are; else `absent`, as when there is none or it was deleted, unless
 * `deleted` takes such a one as well.
 */
export async function openComment(db: Db, call: Call, id: string, { deleted = false } = {}): Promise<OpenComment> {
  const [comment] = await selectComment(db).execute({ id });
  if (!comment || (comment.deletedAt !== null && !deleted) || !seesConfidential(call)) throw new Problem('absent');
  const { claim } = await openClaim(db, call, comment.claimId);
  return { comment, claim };
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
  if (!row || !seesConfidential(call)) throw new Problem('absent');
  return commentRecord(row);
}

/** A comment that is not deleted. */
export async function liveComment(db: Db, id: string): Promise<CommentRow | undefined> {
  const [row] = await selectComment(db).execute({ id });
  return row?.deletedAt === null ? row : undefined;
}
