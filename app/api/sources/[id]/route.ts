import { answer, done, json } from '@/app/api/answer';
import { changeSource, deleteSource, getSource } from '@/app/api/contract/sources';
import { changeSource as change } from '@/db/changes/change-source';
import { deleteSource as remove } from '@/db/changes/delete-source';
import { getSource as get } from '@/db/queries/sources';

export const GET = answer(getSource, async ({ store, call, params }) => json(await get(store, call, params.id)));

export const PATCH = answer(changeSource, async ({ store, call, params, revision, body }) =>
  json(await change(store, call, params.id, revision, body)),
);

export const DELETE = answer(deleteSource, async ({ store, call, params, revision }) => {
  await remove(store, call, params.id, revision);
  return done();
});
