import { answer, json } from '@/app/api/answer';
import { restoreComment } from '@/app/api/contract/comments';
import { restoreComment as restore } from '@/db/changes/restore-comment';

export const POST = answer(restoreComment, async ({ store, call, params }) =>
  json(await restore(store, call, params.id)),
);
