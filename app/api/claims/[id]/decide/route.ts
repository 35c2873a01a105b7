import { answer, json } from '@/app/api/answer';
import { decideCheck } from '@/app/api/contract/checks';
import { revisionIfGiven } from '@/app/api/head';
import { decideCheck as decide } from '@/db/changes/decide-check';

export const POST = answer(decideCheck, async ({ store, call, params, body, request }) =>
  json(await decide(store, call, params.id, body, revisionIfGiven(request.headers))),
);
