import { answer, json } from '@/app/api/answer';
import { reopenClaim } from '@/app/api/contract/text';
import { reopenClaim as reopen } from '@/db/changes/close-claim';

export const POST = answer(reopenClaim, async ({ store, call, params, revision }) =>
  json(await reopen(store, call, params.id, revision)),
);
