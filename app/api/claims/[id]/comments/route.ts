import { answer, json, made } from '@/app/api/answer';
import { addComment, listComments } from '@/app/api/contract/comments';
import { pageOfAll } from '@/app/api/page-of-all';
import { addComment as add } from '@/db/changes/add-comment';
import { commentsOf } from '@/db/queries/comments';

export const GET = answer(listComments, async ({ store, call, params, query }) =>
  json(pageOfAll(await commentsOf(store, call, params.id), query)),
);

export const POST = answer(addComment, async ({ store, call, params, body }) =>
  made(await add(store, call, params.id, body)),
);
