import { answer, json } from '@/app/api/answer';
import { returnClaim } from '@/app/api/contract/claims';
import { revisionIfGiven } from '@/app/api/head';
import { returnClaim as sendBack } from '@/db/changes/return-claim';

export const POST = answer(returnClaim, async ({ store, call, params, body, request }) =>
  json(await sendBack(store, call, params.id, body.note, revisionIfGiven(request.headers))),
);
