import { answer, done, json } from '@/app/api/answer';
import { changeComment, deleteComment } from '@/app/api/contract/comments';
import { changeComment as change } from '@/db/changes/change-comment';
import { deleteComment as remove } from '@/db/changes/delete-comment';

export const PATCH = answer(changeComment, async ({ store, call, params, revision, body }) =>
  json(await change(store, call, params.id, revision, body)),
);

export const DELETE = answer(deleteComment, async ({ store, call, params, revision }) => {
  await remove(store, call, params.id, revision);
  return done();
});
