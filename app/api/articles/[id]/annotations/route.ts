import { answer, json } from '@/app/api/answer';
import { bringAnnotations } from '@/app/api/contract/articles';
import { readApart } from '@/app/workshop/workshop';
import { addRemarks } from '@/db/changes/add-remarks';
import { readArticle } from '@/db/queries/articles';

export const POST = answer(bringAnnotations, async ({ store, call, params, body, request }) => {
  const { article, doc } = await readArticle(store, call, params.id);
  const asked = { annotations: body, doc: doc.toJSON() };
  const { remarks, skipped } = await readApart('read-annotations', asked, request.signal);
  return json({ ...(await addRemarks(store, call, params.id, article.version, remarks)), skipped });
});
