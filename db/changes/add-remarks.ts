import type { Remark } from '@/core/article/import/remark';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import { docOf } from '@/db/queries/doc';
import { openArticle } from '@/db/queries/open-article';
import type { Store } from '@/db/store';
import { needRight } from './need-right';
import { type RemarksTaken, takeRemarks } from './take-remarks';
import { touchArticle } from './touch-article';

/**
 * Makes claims of remarks on an article that is there. Their places are of `version`. Throws `absent`, and `stale` when the text has
 * changed since they were read: they would be about other words.
 */
export async function addRemarks(
  store: Store,
  call: Call,
  articleId: string,
  version: number,
  remarks: readonly Remark[],
): Promise<RemarksTaken> {
  needRight(call, 'claim.change');
  needRight(call, 'source.change');
  return store.change(async (tx) => {
    const article = await openArticle(tx, call, articleId);
    if (article.version !== version) throw new Problem('stale', {}, { version: article.version });
    const taken = await takeRemarks(tx, call, article, await docOf(tx, article), remarks);
    if (taken.created + taken.known > 0) await touchArticle(tx, call, articleId);
    return taken;
  });
}
