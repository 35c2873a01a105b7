import type { Article } from '@/core/article/article';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { oneArticleRecord } from '@/db/queries/articles';
import { openArticle } from '@/db/queries/open-article';
import type { Store } from '@/db/store';
import { refuseStale, writeArticle } from './change-article';
import { needRight } from './need-right';

/** Puts an article into the bin, with everything in it. Throws `absent` or `stale`. */
export async function deleteArticle(store: Store, call: Call, id: string, revision: number): Promise<Article> {
  needRight(call, 'article.delete');
  return store.change(async (tx) => {
    const row = await openArticle(tx, call, id);
    await refuseStale(tx, call, row, revision);
    const deleted = await writeArticle(tx, call, row, { deletedAt: call.at });
    await appendEvent(tx, call, { kind: 'article.deleted', articleId: id, before: { title: row.title } });
    return oneArticleRecord(tx, call, deleted);
  });
}
