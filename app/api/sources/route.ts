import { answer, json, made } from '@/app/api/answer';
import { createSource, listSources } from '@/app/api/contract/sources';
import { createSource as create } from '@/db/changes/create-source';
import { listSources as list } from '@/db/queries/sources';

export const GET = answer(listSources, async ({ store, call, query: { tier, confidential, ...query } }) =>
  json(
    await list(store, call, {
      ...query,
      tier: tier === '' ? null : tier,
      confidential: confidential === undefined ? undefined : confidential === '1',
    }),
  ),
);

export const POST = answer(createSource, async ({ store, call, body }) => made(await create(store, call, body)));
