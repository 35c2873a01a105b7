import { answer, json } from '@/app/api/answer';
import { rejectCorrection } from '@/app/api/contract/text';
import { rejectCorrection as reject } from '@/db/changes/reject-correction';

export const POST = answer(rejectCorrection, async ({ store, call, params, revision, body }) =>
  json(await reject(store, call, params.id, body.note, revision)),
);
