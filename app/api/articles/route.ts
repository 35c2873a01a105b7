import { answer, json, made } from '@/app/api/answer';
import { createArticle, listArticles } from '@/app/api/contract/articles';
import { importArticle } from '@/core/article/import/import-article';
import { createArticle as create } from '@/db/changes/create-article';
import { listArticles as list } from '@/db/queries/articles';
import { contentOf } from './content';

export const GET = answer(listArticles, async ({ store, call, query }) => json(await list(store, call, query)));

export const POST = answer(createArticle, async ({ store, call, query, body: sent }) => {
  const { format, text, fileName, encoding, body } = contentOf(sent);
  if (!query.dryRun) return made(await create(store, call, { ...body, fileName }));
  const { title, language } = body;
  const found = importArticle({ format, content: text, title, language, fileName });
  return json({ ...found, doc: found.doc.toJSON(), encoding });
});
