import { answer, json } from '@/app/api/answer';
import { changeNewsroom, getNewsroom } from '@/app/api/contract/newsroom';
import { changeNewsroom as change } from '@/db/changes/change-newsroom';
import { getNewsroom as get } from '@/db/queries/newsroom';

export const GET = answer(getNewsroom, async ({ store }) => json(await get(store)));

export const PATCH = answer(changeNewsroom, async ({ store, call, revision, body }) =>
  json(await change(store, call, revision, body)),
);
