import { answer, made } from '@/app/api/answer';
import { addCitation } from '@/app/api/contract/claims';
import { addCitation as add } from '@/db/changes/add-citation';

export const POST = answer(addCitation, async ({ store, call, params, body }) =>
  made(await add(store, call, params.id, body)),
);
