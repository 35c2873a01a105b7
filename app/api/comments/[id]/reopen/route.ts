import { answer, json } from '@/app/api/answer';
import { reopenComment } from '@/app/api/contract/comments';
import { reopenComment as reopen } from '@/db/changes/resolve-comment';

export const POST = answer(reopenComment, async ({ store, call, params }) =>
  json(await reopen(store, call, params.id)),
);
