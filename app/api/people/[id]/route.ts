import { answer, json } from '@/app/api/answer';
import { changePerson } from '@/app/api/contract/people';
import { changePerson as change } from '@/db/changes/change-person';

export const PATCH = answer(changePerson, async ({ store, call, params, revision, body }) =>
  json(await change(store, call, params.id, revision, body)),
);
