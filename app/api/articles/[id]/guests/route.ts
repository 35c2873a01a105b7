import { answer, json } from '@/app/api/answer';
import { inviteGuest, listGuests } from '@/app/api/contract/guests';
import { hashOfToken, newToken } from '@/app/auth/tokens';
import { inviteGuest as invite } from '@/db/changes/invite-guest';
import { listGuests as list } from '@/db/queries/guests';

export const GET = answer(listGuests, async ({ store, call, params, query }) =>
  json(await list(store, call, params.id, query)),
);

export const POST = answer(inviteGuest, async ({ store, call, cookies, params, body }) => {
  const token = newToken('guest');
  const guest = await invite(store, call, params.id, { ...body, tokenHash: hashOfToken(token) });
  return json({ ...guest, url: `${cookies.settings.origin}/guest/${token}` }, 201);
});
