import { answer } from '@/app/api/answer';
import { getSession } from '@/app/api/contract/people';
import { withCookies } from '@/app/auth/sign-in';

export const GET = answer(getSession, ({ cookies: { auth }, request: { headers } }) =>
  withCookies(() => auth.api.getSession({ headers, returnHeaders: true })),
);
