import { answer, json } from '@/app/api/answer';
import { setStanding } from '@/app/api/contract/sources';
import { revisionIfGiven } from '@/app/api/head';
import { setStanding as set } from '@/db/changes/set-standing';

export const POST = answer(setStanding, async ({ store, call, params, body, request }) =>
  json(await set(store, call, params.id, body, revisionIfGiven(request.headers))),
);
