import { and, eq, gte } from 'drizzle-orm';
import { type CommentKind, plainNote } from '@/core/claim/vocabulary';
import type { Event } from '@/core/event/event';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { insertion } from '@/db/insertion';
import { firstOf, liveComment } from '@/db/queries/comments';
import type { CommentRow } from '@/db/records/comment';
import { comments } from '@/db/schema/schema';
import { saidFields } from './changed-fields';

const insertComment = insertion(comments);

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
  kind?: CommentKind | undefined;
  to?: string | undefined;
  mentions?: readonly string[] | undefined;
  confidential?: boolean | undefined;
  proposal?: string | null | undefined;
}

/**
 * Writes a comment with its event, inside a change that touches the article itself; what follows from it is `sayComment`'s. Throws
 * `comment-unknown` where what it answers is not there, or is about another claim.
 */
export async function makeComment(
  tx: Db,
  call: Call,
  claim: { id: string; articleId: string },
  { id, body, parentId, author = null, at, resolved = false, ...more }: Said,
): Promise<{ comment: CommentRow; event: Event }> {
  const first = parentId === undefined ? null : await firstToAnswer(tx, claim, parentId);
  const createdAt = await momentOf(tx, claim.id, at ?? call.at);
  const row = {
    id: id ?? call.newId(),
    revision: 1,
    claimId: claim.id,
    parentId: first?.id ?? null,
    ...plainNote,
    kind: more.kind ?? plainNote.kind,
    to: more.to ?? null,
    mentions: more.mentions ?? [],
    // What answers something confidential would tell of it.
    confidential: first?.confidential || (more.confidential ?? false),
    proposal: more.proposal ?? null,
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
  const event = await appendEvent(tx, call, {
    kind: 'comment.added',
    articleId: claim.articleId,
    claimId: claim.id,
    after: { ...toldOf(row), ...saidFields({ resolvedAt: row.resolvedAt }), body },
  });
  return { comment: row, event };
}

/** What the events of a comment tell of it beside its words. */
export function toldOf({
  id,
  parentId,
  author,
  kind,
  to,
  confidential,
  proposal,
}: CommentRow): Record<string, unknown> {
  const query = kind === 'query' ? { kind, to } : {};
  return {
    commentId: id,
    ...saidFields({ parentId, author, ...query, proposal }),
    ...confidentialOf({ confidential }),
  };
}

/** Every event of a confidential comment says so: it is shown to whom the comment is. */
export function confidentialOf({ confidential }: Pick<CommentRow, 'confidential'>): { confidential?: true } {
  return confidential ? { confidential: true } : {};
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
