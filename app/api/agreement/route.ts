import { answer, json } from '@/app/api/answer';
import { newsroomAgreement } from '@/app/api/contract/checks';
import { agreementOfNewsroom } from '@/db/queries/agreement';

export const GET = answer(newsroomAgreement, async ({ store, call }) => json(await agreementOfNewsroom(store, call)));
