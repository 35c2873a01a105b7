import type { Comment, CreateComment } from '@/core/claim/comment';
import type { Call } from '@/db/call';
import { openToChange } from '@/db/queries/checks';
import { anyComment } from '@/db/queries/comments';
import type { Store } from '@/db/store';
import { needRight } from './need-right';
import { sayComment } from './say-comment';
import { answerAgain, takeId } from './take-id';

/**
 * Says something about a claim, or answers what was said: an answer to an answer joins the same thread. A query puts the claim
 * on waiting. Throws `absent`, `id-taken`, `comment-unknown` where what it answers is not there, not shown to the caller, or about
 * another claim; and of a query `person-unknown` and `person-cannot-answer`.
 */
export async function addComment(
  store: Store,
  call: Call,
  claimId: string,
  body: CreateComment,
): Promise<{ record: Comment; created: boolean }> {
  needRight(call, 'comment.add');
  return store.change(async (tx) => {
    const opened = await openToChange(tx, call, claimId);
    const { id, repeated } = await takeId(tx, call, 'comment', body.id, { ...body, claimId });
    if (repeated) return answerAgain(() => anyComment(tx, call, id));
    return { record: await sayComment(tx, call, opened, { ...body, id }), created: true };
  });
}
