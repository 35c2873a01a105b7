import { answer, json } from '@/app/api/answer';
import { mergeSource } from '@/app/api/contract/sources';
import { revisionIfGiven } from '@/app/api/head';
import { mergeSource as merge } from '@/db/changes/merge-source';

export const POST = answer(mergeSource, async ({ store, call, params, body, request }) =>
  json(await merge(store, call, params.id, body.into, revisionIfGiven(request.headers))),
);
