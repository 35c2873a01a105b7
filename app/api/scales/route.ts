import { answer, json, made } from '@/app/api/answer';
import { createScale, listScales } from '@/app/api/contract/newsroom';
import { pageOfAll } from '@/app/api/page-of-all';
import { createScale as create } from '@/db/changes/create-scale';
import { listScales as list } from '@/db/queries/scales';

export const GET = answer(listScales, async ({ store, call, query }) =>
  json(pageOfAll(await list(store, call), query)),
);

export const POST = answer(createScale, async ({ store, call, body }) => made(await create(store, call, body)));
