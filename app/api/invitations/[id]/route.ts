import { answer, done } from '@/app/api/answer';
import { withdrawInvitation } from '@/app/api/contract/people';
import { withdrawInvitation as withdraw } from '@/db/changes/withdraw-invitation';

export const DELETE = answer(withdrawInvitation, async ({ store, call, params }) => {
  await withdraw(store, call, params.id);
  return done();
});
