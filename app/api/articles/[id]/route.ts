import { answer, json } from '@/app/api/answer';
import { changeArticle, deleteArticle, getArticle } from '@/app/api/contract/articles';
import { changeArticle as change } from '@/db/changes/change-article';
import { deleteArticle as remove } from '@/db/changes/delete-article';
import { getArticle as get } from '@/db/queries/articles';

export const GET = answer(getArticle, async ({ store, call, params }) => json(await get(store, call, params.id)));

export const PATCH = answer(changeArticle, async ({ store, call, params, revision, body }) =>
  json(await change(store, call, params.id, revision, body)),
);

export const DELETE = answer(deleteArticle, async ({ store, call, params, revision }) =>
  json(await remove(store, call, params.id, revision)),
);
