import { answer } from '@/app/api/answer';
import { signIn } from '@/app/api/contract/people';
import { signIn as start } from '@/app/auth/sign-in';

export const POST = answer(signIn, ({ cookies, body, request }) => start(cookies, body, request.headers));
