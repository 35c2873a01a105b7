import { answer, done, json } from '@/app/api/answer';
import { changeCitation, dropCitation } from '@/app/api/contract/claims';
import { changeCitation as change } from '@/db/changes/change-citation';
import { dropCitation as drop } from '@/db/changes/drop-citation';

export const PATCH = answer(changeCitation, async ({ store, call, params, revision, body }) =>
  json(await change(store, call, params.id, revision, body)),
);

export const DELETE = answer(dropCitation, async ({ store, call, params, revision }) => {
  await drop(store, call, params.id, revision);
  return done();
});
