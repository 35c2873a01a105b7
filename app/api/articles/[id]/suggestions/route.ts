import { answer, json } from '@/app/api/answer';
import { articleSuggestions } from '@/app/api/contract/articles';
import { suggestionsOf } from '@/core/assist/worthiness';
import { readArticle } from '@/db/queries/articles';

export const GET = answer(articleSuggestions, async ({ store, call, params }) => {
  const { article, doc } = await readArticle(store, call, params.id);
  return json({ items: suggestionsOf(doc, article.language).map(({ from, to, ...suggestion }) => suggestion) });
});
