import { answer } from '@/app/api/answer';
import { signUp } from '@/app/api/contract/people';
import { signUp as admit } from '@/app/auth/sign-up';

export const POST = answer(signUp, ({ store, cookies, body, request }) => admit(store, cookies, body, request.headers));
