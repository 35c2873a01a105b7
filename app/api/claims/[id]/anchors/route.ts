import { answer, json } from '@/app/api/answer';
import { addAnchor } from '@/app/api/contract/claims';
import { addAnchor as add } from '@/db/changes/add-anchor';

export const POST = answer(addAnchor, async ({ store, call, params, revision, body }) =>
  json(await add(store, call, params.id, revision, body)),
);
