import { answer, json } from '@/app/api/answer';
import { me } from '@/app/api/contract/people';

export const GET = answer(me, async ({ call }) => json(call.by));
