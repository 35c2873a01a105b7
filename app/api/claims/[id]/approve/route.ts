import { answer, json } from '@/app/api/answer';
import { approveClaim, withdrawApproval } from '@/app/api/contract/claims';
import { revisionIfGiven } from '@/app/api/head';
import { approveClaim as approve } from '@/db/changes/approve-claim';
import { withdrawApproval as withdraw } from '@/db/changes/withdraw-approval';

export const POST = answer(approveClaim, async ({ store, call, params, request }) =>
  json(await approve(store, call, params.id, revisionIfGiven(request.headers))),
);

export const DELETE = answer(withdrawApproval, async ({ store, call, params, revision }) =>
  json(await withdraw(store, call, params.id, revision)),
);
