import { answer, done, json } from '@/app/api/answer';
import { changeScale, deleteScale } from '@/app/api/contract/newsroom';
import { changeScale as change } from '@/db/changes/change-scale';
import { deleteScale as remove } from '@/db/changes/delete-scale';

export const PATCH = answer(changeScale, async ({ store, call, params, revision, body }) =>
  json(await change(store, call, params.id, revision, body)),
);

export const DELETE = answer(deleteScale, async ({ store, call, params, revision }) => {
  await remove(store, call, params.id, revision);
  return done();
});
