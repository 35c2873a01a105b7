import { answer, json } from '@/app/api/answer';
import { createInvitation, listInvitations } from '@/app/api/contract/people';
import { hashOfToken, newToken } from '@/app/auth/tokens';
import { createInvitation as create } from '@/db/changes/create-invitation';
import { listInvitations as list } from '@/db/queries/invitations';

/** How long an invitation waits to be used, in milliseconds: two weeks. */
const INVITATION_LASTS = 14 * 24 * 60 * 60 * 1000;

export const GET = answer(listInvitations, async ({ store, call, query }) => json(await list(store, call, query)));

export const POST = answer(createInvitation, async ({ store, call, cookies, body }) => {
  const token = newToken('invitation');
  const expiresAt = new Date(Date.parse(call.at) + INVITATION_LASTS).toISOString();
  const invitation = await create(store, call, { ...body, tokenHash: hashOfToken(token), expiresAt });
  return json({ ...invitation, token, url: `${cookies.settings.origin}/join/${token}` }, 201);
});
