import { answer } from '@/app/api/answer';
import { changePassword } from '@/app/api/contract/people';
import { changePassword as change } from '@/app/auth/sign-in';

export const POST = answer(changePassword, ({ call, cookies, body, request }) =>
  change(cookies, call.by.email, body, request.headers),
);
