import { answer } from '@/app/api/answer';
import { endTwoFactor } from '@/app/api/contract/people';
import { endTwoFactor as end } from '@/app/auth/two-factor';

export const POST = answer(endTwoFactor, ({ store, cookies, call, body, request }) =>
  end(store, cookies, call, body.password, request.headers),
);
