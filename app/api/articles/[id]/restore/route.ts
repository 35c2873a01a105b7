import { answer, json } from '@/app/api/answer';
import { restoreArticle } from '@/app/api/contract/articles';
import { restoreArticle as restore } from '@/db/changes/restore-article';

export const POST = answer(restoreArticle, async ({ store, call, params }) =>
  json(await restore(store, call, params.id)),
);
