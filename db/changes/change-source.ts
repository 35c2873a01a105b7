import { eq } from 'drizzle-orm';
import { Problem } from '@/core/problem';
import { misfitDetails, withDetails } from '@/core/source/details';
import type { PatchSource, Source } from '@/core/source/source';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { oneSourceRecord } from '@/db/queries/source-records';
import { openSource } from '@/db/queries/sources';
import { sources } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { changedFields } from './changed-fields';
import { soughtBy } from './create-source';
import { holdStandingOn } from './hold-to-rules';
import { needRight } from './need-right';

export type SourceRow = typeof sources.$inferSelect;

/** Changes a source; of its details those that are said. Throws `absent`, `stale`, and `source-details` for some that its kind has not. */
export async function changeSource(
  store: Store,
  call: Call,
  id: string,
  revision: number,
  patch: PatchSource,
): Promise<Source> {
  needRight(call, 'source.change');
  return store.change(async (tx) => {
    const row = await openSource(tx, call, id);
    await refuseStale(tx, call, row, revision);
    const { details, ...said } = patch;
    refuseForeignDetails(patch.kind ?? row.kind, details);
    const changed = changedFields<SourceRow>(row, {
      ...said,
      ...(details !== undefined && { details: withDetails(row.details, details) }),
    });
    if (!changed) return oneSourceRecord(tx, call, row);
    const next = { ...row, ...changed.after };
    // What was found at the old address says nothing of the new one.
    const asked = 'url' in changed.after ? { link: null, linkStatus: null, linkAt: null } : {};
    const written = await writeSource(tx, call, row, { ...changed.after, ...soughtBy(next), ...asked });
    await appendEvent(tx, call, { kind: 'source.changed', sourceId: id, ...changed });
    await holdStandingOn(tx, call, id);
    return oneSourceRecord(tx, call, written);
  });
}

function refuseForeignDetails(kind: SourceRow['kind'], said: PatchSource['details']): void {
  const foreign = misfitDetails(kind, said ?? {});
  if (foreign.length > 0) throw new Problem('source-details', { fields: foreign.join(', ') });
}

/** Writes fields of a source whose revision has been checked, and raises it. */
export async function writeSource(tx: Db, call: Call, row: SourceRow, fields: Partial<SourceRow>): Promise<SourceRow> {
  const [written] = await tx
    .update(sources)
    .set({ ...fields, revision: row.revision + 1, updatedAt: call.at })
    .where(eq(sources.id, row.id))
    .returning();
  return written!;
}

/** Throws `stale`, with the source as it stands, unless this is its revision. */
export async function refuseStale(tx: Db, call: Call, row: SourceRow, revision: number): Promise<void> {
  if (row.revision !== revision) throw new Problem('stale', {}, { current: await oneSourceRecord(tx, call, row) });
}
