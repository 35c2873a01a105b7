import { and, eq, gte } from 'drizzle-orm';
import type { Comment, CreateComment } from '@/core/claim/comment';
import { plainNote } from '@/core/claim/vocabulary';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { insertion } from '@/db/insertion';
import { anyComment, firstOf, liveComment } from '@/db/queries/comments';
import { openClaim } from '@/db/queries/open-article';
import { type CommentRow, commentRecord } from '@/db/records/comment';
import { comments } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { saidFields } from './changed-fields';
import { needRight } from './need-right';
import { answerAgain, takeId } from './take-id';
import { touchArticle } from './touch-article';

const insertComment = insertion(comments);

/**
 * Says something about a claim, or answers what was said: an answer to an answer joins the same thread. The claim's own revision
 * stays. Throws `absent`, `id-taken`, and `comment-unknown` where what it answers is not there, or is about another claim.
 */
export async function addComment(
  store: Store,
  call: Call,
  claimId: string,
  body: CreateComment,
): Promise<{ record: Comment; created: boolean }> {
  needRight(call, 'comment.add');
  return store.change(async (tx) => {
    const { claim } = await openClaim(tx, call, claimId);
    const { id, repeated } = await takeId(tx, call, 'comment', body.id, { ...body, claimId });
    if (repeated) return answerAgain(() => anyComment(tx, call, id));
    const row = await makeComment(tx, call, claim, { ...body, id });
    await touchArticle(tx, call, claim.articleId);
    return { record: commentRecord(row), created: true };
  });
}

/** What is said, by whom and when: a document's comments have an author of their own and a time, perhaps long ago. */
export interface Said {
  id?: string | undefined;
  /** Markdown. */
  body: string;
  parentId?: string | undefined;
  /** The name that a document gives; null for the caller's own words. */
  author?: string | null | undefined;
  /** ISO 8601; the time of the call where it is null. */
  at?: string | null | undefined;
  /** Whether a document says that the thread which this begins is resolved; by whom, none does. */
  resolved?: boolean | undefined;
}

/**
 * Writes a comment with its event, inside a change that touches the article itself. Throws `comment-unknown` where what it answers
 * is not there, or is about another claim.
 */
export async function makeComment(
  tx: Db,
  call: Call,
  claim: { id: string; articleId: string },
  { id, body, parentId, author = null, at, resolved = false }: Said,
): Promise<CommentRow> {
  const first = parentId === undefined ? null : await firstToAnswer(tx, claim, parentId);
  const createdAt = await momentOf(tx, claim.id, at ?? call.at);
  const row = {
    id: id ?? call.newId(),
    revision: 1,
    claimId: claim.id,
    parentId: first?.id ?? null,
    ...plainNote,
    body,
    author,
    createdBy: call.by.id,
    createdAt,
    updatedAt: createdAt,
    deletedAt: null,
    resolvedBy: null,
    resolvedAt: resolved && !first ? call.at : null,
  };
  await insertComment(tx, row);
  await appendEvent(tx, call, {
    kind: 'comment.added',
    articleId: claim.articleId,
    claimId: claim.id,
    after: { commentId: row.id, ...saidFields({ parentId: row.parentId, author, resolvedAt: row.resolvedAt }), body },
  });
  return row;
}

async function firstToAnswer(tx: Db, claim: { id: string }, parentId: string): Promise<CommentRow> {
  const parent = await liveComment(tx, parentId);
  if (parent?.claimId !== claim.id) throw new Problem('comment-unknown');
  return firstOf(tx, parent);
}

/**
 * The moment, or the first millisecond after it at which nothing was said of this claim. The order of comments is that of their
 * times, and a document gives many to the second, or none at all.
 */
async function momentOf(tx: Db, claimId: string, at: string): Promise<string> {
  let moment = Date.parse(at);
  const later = await tx
    .select({ at: comments.createdAt })
    .from(comments)
    .where(and(eq(comments.claimId, claimId), gte(comments.createdAt, new Date(moment).toISOString())));
  const taken = new Set(later.map((row) => Date.parse(row.at)));
  while (taken.has(moment)) moment++;
  return new Date(moment).toISOString();
}
