import { answer } from '@/app/api/answer';
import { signOut } from '@/app/api/contract/people';
import { withCookies } from '@/app/auth/sign-in';

export const POST = answer(signOut, ({ cookies: { auth }, request: { headers } }) =>
  withCookies(() => auth.api.signOut({ headers, returnHeaders: true })),
);
