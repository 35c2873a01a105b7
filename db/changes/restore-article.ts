import type { Article } from '@/core/article/article';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { oneArticleRecord } from '@/db/queries/articles';
import { openArticle } from '@/db/queries/open-article';
import type { Store } from '@/db/store';
import { writeArticle } from './change-article';
import { needRight } from './need-right';

/** Brings an article back out of the bin, whole; one that is not in it stays as it is. Throws `absent`. */
export async function restoreArticle(store: Store, call: Call, id: string): Promise<Article> {
  needRight(call, 'article.delete');
  return store.change(async (tx) => {
    const row = await openArticle(tx, call, id, { deleted: true });
    if (row.deletedAt === null) return oneArticleRecord(tx, call, row);
    const restored = await writeArticle(tx, call, row, { deletedAt: null });
    await appendEvent(tx, call, { kind: 'article.restored', articleId: id, after: { title: row.title } });
    return oneArticleRecord(tx, call, restored);
  });
}
