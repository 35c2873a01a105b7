import { answer, json } from '@/app/api/answer';
import { getNewsroom } from '@/app/api/contract/newsroom';
import { getNewsroom as get } from '@/db/queries/newsroom';

export const GET = answer(getNewsroom, async ({ store }) => json(await get(store)));
