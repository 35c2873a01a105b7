import { and, count, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Progress } from '@/core/article/article';
import type { Db } from '@/db/database';
import { claims } from '@/db/schema/schema';

/**
 * How far the work on each article is. One grouped query over the index `claims_counted`, which holds every column that is
 * counted: there are no counters that could drift, and a page of articles costs a few milliseconds.
 */
export async function progressOf(db: Db, articleIds: string[]): Promise<Map<string, Progress>> {
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
  return found;
}

function noProgress(): Progress {
  return { claims: 0, byStatus: {}, byVerdict: {}, stale: 0, orphaned: 0 };
}
