import { answer, json, made } from '@/app/api/answer';
import { createClaim, listClaims } from '@/app/api/contract/claims';
import { createClaim as create } from '@/db/changes/create-claim';
import { listClaims as list } from '@/db/queries/claims';

export const GET = answer(listClaims, async ({ store, call, params, query: { verdict, assignee, ...query } }) =>
  json(
    await list(store, call, params.id, {
      ...query,
      verdict: verdict === '' ? null : verdict,
      assignee: assignee === '' ? null : assignee,
    }),
  ),
);

export const POST = answer(createClaim, async ({ store, call, params, body }) =>
  made(await create(store, call, params.id, body)),
);
