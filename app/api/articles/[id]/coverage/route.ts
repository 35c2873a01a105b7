import { answer, json } from '@/app/api/answer';
import { articleCoverage } from '@/app/api/contract/articles';
import { coverageOf } from '@/core/claim/coverage';
import { readArticle } from '@/db/queries/articles';
import { listClaims } from '@/db/queries/claims';
import { looksOf } from '@/db/queries/looks';

export const GET = answer(articleCoverage, async ({ store, call, params }) => {
  const { article, doc } = await readArticle(store, call, params.id);
  const { items } = await listClaims(store, call, params.id, { repeats: false });
  return json(coverageOf(doc, article.language, items, await looksOf(store.read, params.id)));
});
