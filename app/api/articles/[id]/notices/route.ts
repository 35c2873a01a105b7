import { answer, json, made } from '@/app/api/answer';
import { addNotice, listNotices } from '@/app/api/contract/sign-off';
import { addNotice as add } from '@/db/changes/add-notice';
import { listNotices as list } from '@/db/queries/notices';

export const GET = answer(listNotices, async ({ store, call, params, query }) =>
  json(await list(store, call, params.id, query)),
);

export const POST = answer(addNotice, async ({ store, call, params, body }) =>
  made(await add(store, call, params.id, body)),
);
