import { answer } from '@/app/api/answer';
import { renewBackupCodes } from '@/app/api/contract/people';
import { renewBackupCodes as renew } from '@/app/auth/two-factor';

export const POST = answer(renewBackupCodes, ({ cookies, call, body, request }) =>
  renew(cookies, call.by.email, body.password, request.headers),
);
