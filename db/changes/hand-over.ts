import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { lastReaderOf } from '@/db/queries/last-reader';
import { readersOf } from '@/db/queries/open-article';
import { readers } from '@/db/schema/schema';
import { writeArticle } from './change-article';

/**
 * Lets the caller, who closes somebody's account, into the restricted articles that nobody could open any more: each tells it in its
 * own record, and who else comes in is theirs to say from then on. Throws `heir-needed` where it is their own account.
 */
export async function handOver(tx: Db, call: Call, personId: string): Promise<void> {
  const left = await lastReaderOf(tx, personId);
  if (left.length === 0) return;
  if (personId === call.by.id) throw new Problem('heir-needed', { count: left.length });
  for (const article of left) {
    const had = await readersOf(tx, article.id);
    const has = [...had, call.by.id].sort();
    await tx.insert(readers).values({ articleId: article.id, personId: call.by.id });
    await writeArticle(tx, call, article, {});
    await appendEvent(tx, call, {
      kind: 'article.changed',
      articleId: article.id,
      before: { access: { kind: 'restricted', people: had } },
      after: { access: { kind: 'restricted', people: has } },
    });
  }
}
