import { answer, json } from '@/app/api/answer';
import { listWork } from '@/app/api/contract/work';
import { listWork as list } from '@/db/queries/work';

export const GET = answer(listWork, async ({ store, call, query }) => json(await list(store, call, query)));
