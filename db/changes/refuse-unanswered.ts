import { Problem } from '@/core/problem';
import type { Db } from '@/db/database';
import { waitingQueries } from '@/db/queries/comments';

/** Throws `query-unanswered` while a query of the claim waits for an answer; the ids of those that do stand beside the problem. */
export async function refuseUnanswered(tx: Db, claimId: string): Promise<void> {
  const queries = await waitingQueries(tx, claimId);
  if (queries.length > 0) throw new Problem('query-unanswered', { count: queries.length }, { queries });
}
