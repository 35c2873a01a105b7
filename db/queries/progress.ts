import { and, count, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Progress } from '@/core/article/article';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { claims } from '@/db/schema/schema';
import { claimsUnseenBy } from './checks';

/**
 * How far the work on each article is. One grouped query over the index `claims_counted`, which holds every column that is
 * counted: there are no counters that could drift, and a page of articles costs a few milliseconds. A claim that the caller has
 * yet to judge blind counts as not judged.
 */
export async function progressOf(db: Db, call: Call, articleIds: string[]): Promise<Map<string, Progress>> {
  const found = new Map<string, Progress>(articleIds.map((id) => [id, noProgress()]));
  if (articleIds.length === 0) return found;
  const groups = await db
    .select({
      articleId: claims.articleId,
      status: claims.status,
      verdict: claims.verdict,
      state: claims.state,
      closed: isNotNull(claims.closedAt),
      count: count(),
    })
    .from(claims)
    .where(and(inArray(claims.articleId, articleIds), isNull(claims.deletedAt)))
    .groupBy(claims.articleId, claims.status, claims.verdict, claims.state, isNotNull(claims.closedAt));
  for (const group of groups) {
    const progress = found.get(group.articleId)!;
    const verdict = group.verdict ?? '';
    progress.claims += group.count;
    progress.byStatus[group.status] = (progress.byStatus[group.status] ?? 0) + group.count;
    progress.byVerdict[verdict] = (progress.byVerdict[verdict] ?? 0) + group.count;
    if (group.state === 'changed') progress.stale += group.count;
    if (group.state === 'orphaned' && !group.closed) progress.orphaned += group.count;
  }
  await hideUnseen(db, call, found);
  return found;
}

async function hideUnseen(db: Db, call: Call, found: Map<string, Progress>): Promise<void> {
  const unseen = await claimsUnseenBy(db, call);
  if (unseen.size === 0) return;
  const rows = await db
    .select({ articleId: claims.articleId, status: claims.status, verdict: claims.verdict })
    .from(claims)
    .where(and(inArray(claims.id, [...unseen]), isNull(claims.deletedAt)));
  for (const { articleId, status, verdict } of rows) {
    const progress = found.get(articleId);
    if (!progress) continue;
    move(progress.byStatus, status, 'open');
    move(progress.byVerdict, verdict ?? '', '');
  }
}

function move<K extends string>(counts: Partial<Record<K, number>>, from: K, to: K): void {
  counts[to] = (counts[to] ?? 0) + 1;
  counts[from] = counts[from]! - 1;
  if (counts[from] === 0) delete counts[from];
}

function noProgress(): Progress {
  return { claims: 0, byStatus: {}, byVerdict: {}, stale: 0, orphaned: 0 };
}
