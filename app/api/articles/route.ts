import { answer, json, made } from '@/app/api/answer';
import { createArticle, listArticles } from '@/app/api/contract/articles';
import { bringBack } from '@/db/changes/bring-back';
import { createArticle as create } from '@/db/changes/create-article';
import { listArticles as list } from '@/db/queries/articles';
import { contentOf } from './content';

export const GET = answer(listArticles, async ({ store, call, query: { assignee, ...query } }) =>
  json(await list(store, call, { ...query, assignee: assignee === '' ? null : assignee })),
);

export const POST = answer(createArticle, async ({ store, call, query, body: sent, request }) => {
  const { body, read, encoding, brought } = await contentOf(sent, request.signal);
  if (query.dryRun) {
    const claims = brought ? brought.report.claims.length : read.remarks.length;
    return json({ ...read, doc: read.doc.toJSON(), encoding, claims });
  }
  return made(brought ? await bringBack(store, call, brought, body) : await create(store, call, body, read));
});
