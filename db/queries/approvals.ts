import { asc, inArray } from 'drizzle-orm';
import type { Approval } from '@/core/claim/claim';
import type { Db } from '@/db/database';
import { approvals } from '@/db/schema/schema';

/** Who has approved claims as they stand, first to last. */
export async function approvalsByClaim(db: Db, claimIds: string[]): Promise<Map<string, Approval[]>> {
  const found = new Map<string, Approval[]>();
  const rows = await db
    .select()
    .from(approvals)
    .where(inArray(approvals.claimId, claimIds))
    .orderBy(asc(approvals.at), asc(approvals.personId));
  for (const { claimId, personId, at } of rows) {
    const given = found.get(claimId);
    if (given) given.push({ by: personId, at });
    else found.set(claimId, [{ by: personId, at }]);
  }
  return found;
}
