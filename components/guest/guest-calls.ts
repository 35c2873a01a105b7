import { call } from '@/components/interface/call';
import type { GuestReply, GuestView, ReplyAsGuest } from '@/core/newsroom/guest';

/** The two calls that a guest may make, by the token in their link. Each throws what `call` throws. */
export const guest = {
  view: (token: string) => call<GuestView>('GET', '/api/guest', { guest: token }),
  answer: (token: string, queryId: string, body: ReplyAsGuest) =>
    call<GuestReply>('POST', `/api/guest/comments/${encodeURIComponent(queryId)}/replies`, { guest: token, body }),
};
