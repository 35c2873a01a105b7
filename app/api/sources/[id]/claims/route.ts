import { answer, json } from '@/app/api/answer';
import { sourceClaims } from '@/app/api/contract/sources';
import { pageOfAll } from '@/app/api/page-of-all';
import { sourceClaims as standing } from '@/db/queries/sources';

export const GET = answer(sourceClaims, async ({ store, call, params, query }) =>
  json(pageOfAll(await standing(store, call, params.id), query)),
);
