import { answer, done, json } from '@/app/api/answer';
import { changeNotice, deleteNotice } from '@/app/api/contract/sign-off';
import { changeNotice as change, deleteNotice as remove } from '@/db/changes/change-notice';

export const PATCH = answer(changeNotice, async ({ store, call, params, revision, body }) =>
  json(await change(store, call, params.id, revision, body)),
);

export const DELETE = answer(deleteNotice, async ({ store, call, params, revision }) => {
  await remove(store, call, params.id, revision);
  return done();
});
