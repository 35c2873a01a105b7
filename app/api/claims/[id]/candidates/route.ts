import { answer, json } from '@/app/api/answer';
import { claimCandidates } from '@/app/api/contract/text';
import { candidatesOf } from '@/db/queries/candidates';

export const GET = answer(claimCandidates, async ({ store, call, params }) =>
  json(await candidatesOf(store, call, params.id)),
);
