import { answer, json } from '@/app/api/answer';
import { confirmClaim } from '@/app/api/contract/text';
import { confirmClaim as confirm } from '@/db/changes/confirm-claim';

export const POST = answer(confirmClaim, async ({ store, call, params, revision, body }) =>
  json(await confirm(store, call, params.id, revision, body.words)),
);
