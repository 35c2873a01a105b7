import { eq } from 'drizzle-orm';
import { type Comment, type PatchComment, wroteIt } from '@/core/claim/comment';
import { peopleMentioned } from '@/core/claim/mentions';
import { rationaleTree } from '@/core/claim/rationale';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { firstOf, openComment, threadOf } from '@/db/queries/comments';
import { commentRecord } from '@/db/records/comment';
import { comments } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { confidentialOf } from './make-comment';
import { needRight } from './need-right';
import { notify } from './notify';
import { readersOfNote } from './say-comment';
import { touchArticle } from './touch-article';

/** Changes the words of the caller's own comment; whom they name now is told. Throws `absent`, `stale`, and `comment-of-another`. */
export async function changeComment(
  store: Store,
  call: Call,
  id: string,
  revision: number,
  { body }: PatchComment,
): Promise<Comment> {
  needRight(call, 'comment.add');
  return store.change(async (tx) => {
    const opened = await openComment(tx, call, id);
    const { comment, claim } = opened;
    if (!wroteIt(call.by.id, comment)) throw new Problem('comment-of-another');
    const current = commentRecord(comment);
    if (comment.revision !== revision) throw new Problem('stale', {}, { current });
    if (comment.body === body) return current;
    const thread = await threadOf(tx, await firstOf(tx, comment));
    const readers = await readersOfNote(tx, opened, { confidential: comment.confidential, thread });
    const mentions = peopleMentioned(rationaleTree(body), readers);
    const fields = { body, mentions, revision: revision + 1, updatedAt: call.at };
    await tx.update(comments).set(fields).where(eq(comments.id, id));
    await touchArticle(tx, call, claim.articleId);
    const event = await appendEvent(tx, call, {
      kind: 'comment.changed',
      articleId: claim.articleId,
      claimId: claim.id,
      before: { commentId: id, body: comment.body },
      after: { commentId: id, ...confidentialOf(comment), body },
    });
    const named = mentions.filter((personId) => !comment.mentions?.includes(personId));
    const mentioned = named.map((personId) => ({ personId, kind: 'mention', commentId: id }) as const);
    await notify(tx, call, event, mentioned);
    return { ...current, ...fields };
  });
}
