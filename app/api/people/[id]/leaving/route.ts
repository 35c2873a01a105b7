import { answer, json } from '@/app/api/answer';
import { leaving } from '@/app/api/contract/people';
import { leftBy } from '@/db/queries/last-reader';

export const GET = answer(leaving, async ({ store, call, params }) => json(await leftBy(store, call, params.id)));
