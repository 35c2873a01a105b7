import { answer, json } from '@/app/api/answer';
import { restoreSource } from '@/app/api/contract/sources';
import { restoreSource as restore } from '@/db/changes/restore-source';

export const POST = answer(restoreSource, async ({ store, call, params }) =>
  json(await restore(store, call, params.id)),
);
