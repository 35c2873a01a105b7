import { answer, json } from '@/app/api/answer';
import { closeClaim } from '@/app/api/contract/text';
import { closeClaim as close } from '@/db/changes/close-claim';

export const POST = answer(closeClaim, async ({ store, call, params, revision, body }) =>
  json(await close(store, call, params.id, body.note, revision)),
);
