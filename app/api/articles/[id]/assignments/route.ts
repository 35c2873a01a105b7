import { answer, json } from '@/app/api/answer';
import { assignClaims } from '@/app/api/contract/work';
import { assignClaims as assign } from '@/db/changes/assign-claims';

export const POST = answer(assignClaims, async ({ store, call, params, body }) =>
  json({ items: await assign(store, call, params.id, body) }),
);
