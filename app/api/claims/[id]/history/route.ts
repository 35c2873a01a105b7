import { answer, json } from '@/app/api/answer';
import { claimHistory } from '@/app/api/contract/claims';
import { pageOfAll } from '@/app/api/page-of-all';
import { claimHistory as history } from '@/db/queries/claims';

export const GET = answer(claimHistory, async ({ store, call, params, query }) =>
  json(pageOfAll(await history(store, call, params.id), query)),
);
