import { desc, inArray } from 'drizzle-orm';
import type { Db } from '@/db/database';
import { anchors } from '@/db/schema/schema';

/** What each claim judged, at the first of its places, by claim. */
export async function claimWords(db: Db, claimIds: readonly string[]): Promise<Map<string, string>> {
  if (claimIds.length === 0) return new Map();
  const rows = await db
    .select({ claimId: anchors.claimId, exact: anchors.exact })
    .from(anchors)
    .where(inArray(anchors.claimId, [...claimIds]))
    .orderBy(desc(anchors.createdAt), desc(anchors.id));
  return new Map(rows.map(({ claimId, exact }) => [claimId, exact]));
}
