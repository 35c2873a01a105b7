import { answer, json } from '@/app/api/answer';
import { applyCorrections } from '@/app/api/contract/text';
import { applyCorrections as apply } from '@/db/changes/accept-correction';

export const POST = answer(applyCorrections, async ({ store, call, params, body }) =>
  json(await apply(store, call, params.id, body.claims)),
);
