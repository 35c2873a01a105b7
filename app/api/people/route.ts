import { answer, json } from '@/app/api/answer';
import { listPeople } from '@/app/api/contract/people';
import { listPeople as list } from '@/db/queries/people';

export const GET = answer(listPeople, async ({ store, call, query }) => json(await list(store, call, query)));
