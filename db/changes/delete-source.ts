import { and, eq, isNull } from 'drizzle-orm';
import { Problem } from '@/core/problem';
import type { Source } from '@/core/source/source';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { oneSourceRecord } from '@/db/queries/source-records';
import { openSource } from '@/db/queries/sources';
import { citations, claims } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { refuseStale, writeSource } from './change-source';
import { needRight } from './need-right';

/** Deletes a source that no claim stands on. Throws `absent`, `stale`, and `in-use` while a live claim cites it. */
export async function deleteSource(store: Store, call: Call, id: string, revision: number): Promise<Source> {
  needRight(call, 'source.change');
  return store.change(async (tx) => {
    const row = await openSource(tx, call, id);
    await refuseStale(tx, call, row, revision);
    if (await isCited(tx, id)) throw new Problem('in-use');
    const deleted = await writeSource(tx, call, row, { deletedAt: call.at });
    await appendEvent(tx, call, { kind: 'source.deleted', sourceId: id, before: { title: row.title, url: row.url } });
    return oneSourceRecord(tx, call, deleted);
  });
}

/** Articles that the caller may not open count too; those in the bin do, since they come back whole. */
async function isCited(tx: Db, sourceId: string): Promise<boolean> {
  const [cited] = await tx
    .select({ id: citations.id })
    .from(citations)
    .innerJoin(claims, eq(claims.id, citations.claimId))
    .where(and(eq(citations.sourceId, sourceId), isNull(citations.deletedAt), isNull(claims.deletedAt)))
    .limit(1);
  return cited !== undefined;
}
