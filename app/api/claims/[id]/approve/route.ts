import { answer, json } from '@/app/api/answer';
import { approveClaim } from '@/app/api/contract/claims';
import { revisionIfGiven } from '@/app/api/head';
import { approveClaim as approve } from '@/db/changes/approve-claim';

export const POST = answer(approveClaim, async ({ store, call, params, request }) =>
  json(await approve(store, call, params.id, revisionIfGiven(request.headers))),
);
