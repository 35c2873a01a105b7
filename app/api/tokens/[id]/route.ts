import { answer, done } from '@/app/api/answer';
import { revokeToken } from '@/app/api/contract/people';
import { revokeToken as revoke } from '@/db/changes/revoke-token';

export const DELETE = answer(revokeToken, async ({ store, call, params }) => {
  await revoke(store, call, params.id);
  return done();
});
