import { answer, json } from '@/app/api/answer';
import { restoreClaim } from '@/app/api/contract/claims';
import { restoreClaim as restore } from '@/db/changes/restore-claim';

export const POST = answer(restoreClaim, async ({ store, call, params }) =>
  json(await restore(store, call, params.id)),
);
