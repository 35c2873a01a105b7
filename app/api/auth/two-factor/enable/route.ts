import { answer } from '@/app/api/answer';
import { beginTwoFactor } from '@/app/api/contract/people';
import { beginTwoFactor as begin } from '@/app/auth/two-factor';

export const POST = answer(beginTwoFactor, ({ cookies, call, body, request }) =>
  begin(cookies, call.by.email, body.password, request.headers),
);
