import type { Article } from '@/core/article/article';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { oneArticleRecord } from '@/db/queries/articles';
import { docOf } from '@/db/queries/doc';
import { openArticle } from '@/db/queries/open-article';
import { allSeeing, blockersIn, sha256Of } from '@/db/queries/sign-off';
import { docs } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { writeArticle } from './change-article';
import { needRight } from './need-right';

/**
 * Signs an article off as it stands: its version is kept whole and named by its SHA-256, with who and when. An article that is
 * signed off and has not changed stays as it is. One that changed gets a new signature; the record keeps the ones before. An
 * article without claims can be signed off too, where nothing blocks: that there is nothing to check is a finding.
 *
 * Throws `absent`, `version-behind` where `version` is another than the text has by now, and `sign-off-blocked` with `blockers`.
 */
export async function signOff(store: Store, call: Call, id: string, version?: number): Promise<Article> {
  needRight(call, 'article.sign-off');
  return store.change(async (tx) => {
    const article = await openArticle(tx, call, id);
    if (version !== undefined && version !== article.version) throw new Problem('version-behind');
    const blockers = await blockersIn(tx, allSeeing(call), article);
    if (blockers.length > 0) throw new Problem('sign-off-blocked', { count: blockers.length }, { blockers });
    if (article.status === 'signed-off' && article.signedOff && article.changedSince === null)
      return oneArticleRecord(tx, call, article);
    const doc = await docOf(tx, article);
    const signedOff = { by: call.by.id, at: call.at, version: article.version, sha256: sha256Of(doc) };
    await tx.insert(docs).values({ articleId: id, version: article.version, doc: doc.toJSON() }).onConflictDoNothing();
    const signed = await writeArticle(tx, call, article, { status: 'signed-off', signedOff, changedSince: null });
    await appendEvent(tx, call, {
      kind: 'article.signed-off',
      articleId: id,
      before: { status: article.status, ...(article.signedOff && { signedOff: article.signedOff }) },
      after: { status: 'signed-off', signedOff },
    });
    return oneArticleRecord(tx, call, signed);
  });
}
