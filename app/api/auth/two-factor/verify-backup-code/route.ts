import { answer } from '@/app/api/answer';
import { takeBackupCode } from '@/app/api/contract/people';
import { takeBackupCode as take } from '@/app/auth/two-factor';

export const POST = answer(takeBackupCode, ({ cookies, body, request }) => take(cookies, body.code, request.headers));
