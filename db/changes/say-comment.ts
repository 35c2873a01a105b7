import { type Comment, type CreateComment, seesConfidentialNote } from '@/core/claim/comment';
import { peopleMentioned } from '@/core/claim/mentions';
import { answers, waits } from '@/core/claim/query';
import { rationaleTree } from '@/core/claim/rationale';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { firstOf, liveComment, threadOf } from '@/db/queries/comments';
import type { Opened } from '@/db/queries/open-article';
import { seesComment } from '@/db/queries/shown-comments';
import { peopleWhoMayWrite } from '@/db/queries/who-may-write';
import { type CommentRow, commentRecord } from '@/db/records/comment';
import { answerQuery, checkAsked, noteWaiting } from './ask';
import { makeComment } from './make-comment';
import { type Notice, notify } from './notify';
import { touchArticle } from './touch-article';

/**
 * What a person says about a claim that was opened for them, inside a change: the comment, whom it asks, answers, names and tells.
 * It touches the article. Whether they may write is asked before. Throws `comment-unknown`, `person-unknown` and
 * `person-cannot-answer`, as `addComment` says.
 */
export async function sayComment(
  tx: Db,
  call: Call,
  opened: Opened,
  said: Omit<CreateComment, 'id'> & { id: string },
): Promise<Comment> {
  const { claim } = opened;
  const first = said.parentId === undefined ? null : await firstToAnswer(tx, call, claim.id, said.parentId);
  const confidential = first?.confidential || (said.confidential ?? false);
  if (said.to !== undefined) await checkAsked(tx, call, opened, { to: said.to, confidential });
  const thread = first ? await threadOf(tx, first) : [];
  const written = { createdBy: call.by.id, to: said.to ?? null };
  const readers = await readersOfNote(tx, opened, { confidential, thread: [...thread, written] });
  const mentions = peopleMentioned(rationaleTree(said.body), readers);
  const { comment, event } = await makeComment(tx, call, claim, { ...said, confidential, mentions });
  await touchArticle(tx, call, claim.articleId);
  const answered = first !== null && waits(first) && answers(first, call.by, 'reply');
  const told: Notice[] = [
    { personId: comment.to, kind: 'query' },
    ...mentions.map((personId) => ({ personId, kind: 'mention' }) as const),
    ...thread.map(({ createdBy }) => ({ personId: createdBy, kind: 'reply' }) as const),
    ...thread.map(({ to }) => ({ personId: to, kind: 'reply' }) as const),
  ];
  await notify(
    tx,
    call,
    event,
    told
      // Who asked hears that it is answered, which says it all.
      .filter(
        ({ personId }) => readers.some(({ id }) => id === personId) && !(answered && personId === first.createdBy),
      )
      .map((notice) => ({ ...notice, commentId: comment.id })),
  );
  if (first) await answerQuery(tx, call, opened, first, 'reply');
  if (comment.kind === 'query') await noteWaiting(tx, call, opened);
  return commentRecord(comment);
}

/** Who reads a comment, of those at work here. */
export async function readersOfNote(
  tx: Db,
  { claim, article }: Opened,
  { confidential, thread }: { confidential: boolean; thread: readonly Pick<CommentRow, 'createdBy' | 'to'>[] },
) {
  const able = await peopleWhoMayWrite(tx, article);
  return confidential ? able.filter((person) => seesConfidentialNote(person, claim, thread)) : able;
}

/** The first comment of the thread that is answered, where it is of this claim and shown to the caller. */
async function firstToAnswer(tx: Db, call: Call, claimId: string, parentId: string): Promise<CommentRow> {
  const parent = await liveComment(tx, parentId);
  if (parent?.claimId !== claimId || !(await seesComment(tx, call, parent))) throw new Problem('comment-unknown');
  return firstOf(tx, parent);
}
