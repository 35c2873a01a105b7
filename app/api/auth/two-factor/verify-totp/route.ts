import { answer, callOf } from '@/app/api/answer';
import { takeCode } from '@/app/api/contract/people';
import { callerOf } from '@/app/auth/caller';
import { takeCode as take } from '@/app/auth/two-factor';

export const POST = answer(takeCode, async ({ store, cookies, body, request: { headers } }) => {
  const caller = await callerOf(headers, store, cookies);
  return take(store, cookies, caller && !caller.twoFactor ? callOf(caller) : null, body.code, headers);
});
