import { answer, done, json } from '@/app/api/answer';
import { changeContact, deleteContact } from '@/app/api/contract/sources';
import { changeContact as change, deleteContact as remove } from '@/db/changes/change-contact';

export const PATCH = answer(changeContact, async ({ store, call, params: { id, contactId }, revision, body }) =>
  json(await change(store, call, id, contactId, revision, body)),
);

export const DELETE = answer(deleteContact, async ({ store, call, params: { id, contactId }, revision }) => {
  await remove(store, call, id, contactId, revision);
  return done();
});
