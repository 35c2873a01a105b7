import { answer, json } from '@/app/api/answer';
import { listVersions } from '@/app/api/contract/text';
import { pageOfAll } from '@/app/api/page-of-all';
import { listVersions as list } from '@/db/queries/versions';

export const GET = answer(listVersions, async ({ store, call, params, query }) =>
  json(pageOfAll(await list(store, call, params.id), query)),
);
