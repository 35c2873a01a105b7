import { answer, json } from '@/app/api/answer';
import { restoreNotice } from '@/app/api/contract/sign-off';
import { restoreNotice as restore } from '@/db/changes/change-notice';

export const POST = answer(restoreNotice, async ({ store, call, params }) =>
  json(await restore(store, call, params.id)),
);
