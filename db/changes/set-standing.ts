import type { SetStanding, Source } from '@/core/source/source';
import { worsens } from '@/core/source/vocabulary';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { oneSourceRecord } from '@/db/queries/source-records';
import { openSource } from '@/db/queries/sources';
import type { Store } from '@/db/store';
import { refuseStale, type SourceRow, writeSource } from './change-source';
import { needRight } from './need-right';
import { recheckClaims } from './recheck-claims';

/**
 * Says whether a source still carries what stands on it. Where it carries less than before, everything that stands on it goes back
 * to be checked, in the same transaction; back to sound moves no claim. `revision`, where it is given, is what the person saw.
 * Throws `absent` and `stale`.
 */
export async function setStanding(
  store: Store,
  call: Call,
  id: string,
  { standing, reason }: SetStanding,
  revision?: number,
): Promise<Source> {
  needRight(call, 'source.judge');
  return store.change(async (tx) => {
    const row = await openSource(tx, call, id);
    if (revision !== undefined) await refuseStale(tx, call, row, revision);
    return oneSourceRecord(tx, call, await stand(tx, call, row, standing, reason || null));
  });
}

/** The same inside a transaction, of a source that the caller may judge. */
export async function stand(
  tx: Db,
  call: Call,
  row: SourceRow,
  standing: SourceRow['standing'],
  reason: string | null,
): Promise<SourceRow> {
  if (row.standing === standing && row.standingReason === reason) return row;
  const said = { standing, standingReason: reason, standingBy: call.by.id, standingAt: call.at };
  const written = await writeSource(tx, call, row, said);
  await appendEvent(tx, call, {
    kind: 'source.standing',
    sourceId: row.id,
    before: { standing: row.standing, ...(row.standingReason && { note: row.standingReason }) },
    after: { title: row.title, standing, ...(reason && { note: reason }) },
  });
  if (worsens(row.standing, standing)) await recheckClaims(tx, call, { ...written, sourceId: row.id });
  return written;
}
