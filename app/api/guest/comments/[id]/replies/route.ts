import { answer, made } from '@/app/api/answer';
import { replyAsGuest } from '@/app/api/contract/guests';
import { countAnswer } from '@/app/auth/guest';
import { replyAsGuest as reply } from '@/db/changes/reply-as-guest';

export const POST = answer(replyAsGuest, async ({ store, call, params, body }) => {
  countAnswer(call);
  return made(await reply(store, call, params.id, body));
});
