import { answer, made } from '@/app/api/answer';
import { giveCheck } from '@/app/api/contract/checks';
import { giveCheck as give } from '@/db/changes/give-check';

export const POST = answer(giveCheck, async ({ store, call, params, body }) =>
  made(await give(store, call, params.id, body)),
);
