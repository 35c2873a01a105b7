import { answer, done } from '@/app/api/answer';
import { revokeGuest } from '@/app/api/contract/guests';
import { revokeGuest as revoke } from '@/db/changes/revoke-guest';

export const DELETE = answer(revokeGuest, async ({ store, call, params }) => {
  await revoke(store, call, params.id, params.guestId);
  return done();
});
