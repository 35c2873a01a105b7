import { answer, json } from '@/app/api/answer';
import { resolveComment } from '@/app/api/contract/comments';
import { resolveComment as resolve } from '@/db/changes/resolve-comment';

export const POST = answer(resolveComment, async ({ store, call, params }) =>
  json(await resolve(store, call, params.id)),
);
