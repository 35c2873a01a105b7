import { answer, done } from '@/app/api/answer';
import { resetTwoFactor } from '@/app/api/contract/people';
import { resetTwoFactor as reset } from '@/db/changes/reset-two-factor';

export const DELETE = answer(resetTwoFactor, async ({ store, call, params }) => {
  await reset(store, call, params.id);
  return done();
});
