import { answer, done } from '@/app/api/answer';
import { move } from '@/app/api/articles/[id]/events/presence';
import { tellPresence } from '@/app/api/contract/text';
import { openArticle } from '@/db/queries/open-article';

export const POST = answer(tellPresence, async ({ store, call, params, body }) => {
  await openArticle(store.read, call, params.id);
  move(params.id, { ...body, personId: call.by.id });
  return done();
});
