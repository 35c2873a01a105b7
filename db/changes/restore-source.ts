import { eq } from 'drizzle-orm';
import { Problem } from '@/core/problem';
import type { Source } from '@/core/source/source';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { knownRows } from '@/db/queries/known-sources';
import { oneSourceRecord } from '@/db/queries/source-records';
import { sources } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { writeSource } from './change-source';
import { needRight } from './need-right';

/**
 * Brings a deleted source back; one that is not deleted stays as it is. A double that was merged lives on in the other one, and is
 * `absent`, as what the caller may not know is.
 */
export async function restoreSource(store: Store, call: Call, id: string): Promise<Source> {
  needRight(call, 'source.change');
  return store.change(async (tx) => {
    const [row] = await tx.select().from(sources).where(eq(sources.id, id));
    if (!row || row.mergedInto !== null || (await knownRows(tx, call, [row])).length === 0) throw new Problem('absent');
    if (row.deletedAt === null) return oneSourceRecord(tx, call, row);
    const restored = await writeSource(tx, call, row, { deletedAt: null });
    await appendEvent(tx, call, { kind: 'source.restored', sourceId: id, after: { title: row.title, url: row.url } });
    return oneSourceRecord(tx, call, restored);
  });
}
