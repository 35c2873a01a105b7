import { answer, json } from '@/app/api/answer';
import { acceptCorrection } from '@/app/api/contract/text';
import { acceptCorrection as accept } from '@/db/changes/accept-correction';

export const POST = answer(acceptCorrection, async ({ store, call, params, revision, body }) =>
  json(await accept(store, call, params.id, revision, body.words)),
);
