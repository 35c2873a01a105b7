import { answer, json } from '@/app/api/answer';
import { sourceDoubles } from '@/app/api/contract/sources';
import { likelyDoubles } from '@/db/queries/doubles';

export const GET = answer(sourceDoubles, async ({ store, call, params }) =>
  json({ items: await likelyDoubles(store, call, params.id) }),
);
