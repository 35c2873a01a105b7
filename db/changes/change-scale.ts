import { eq } from 'drizzle-orm';
import type { PatchScale, Scale } from '@/core/claim/scale';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { oneScaleRecord, openScale } from '@/db/queries/scales';
import { scales } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { changedFields } from './changed-fields';
import { needRight } from './need-right';

/**
 * Changes a scale's name, words and marks. A verdict that some claim has cannot go (`value-in-use`). Throws `absent` and
 * `stale` too.
 */
export async function changeScale(
  store: Store,
  call: Call,
  id: string,
  revision: number,
  patch: PatchScale,
): Promise<Scale> {
  needRight(call, 'scale.change');
  return store.change(async (tx) => {
    const row = await openScale(tx, id);
    const current = await oneScaleRecord(tx, row);
    if (row.revision !== revision) throw new Problem('stale', {}, { current });
    const changed = changedFields(row, patch);
    if (!changed) return current;
    const kept = new Set((changed.after.verdicts ?? row.verdicts).map(({ key }) => key));
    const lost = current.inUse.find((key) => !kept.has(key));
    if (lost !== undefined) throw new Problem('value-in-use', { verdict: lost });
    const [written] = await tx
      .update(scales)
      .set({ ...changed.after, revision: revision + 1 })
      .where(eq(scales.id, id))
      .returning();
    await appendEvent(tx, call, {
      kind: 'scale.changed',
      before: { scaleId: id, ...changed.before },
      after: { scaleId: id, ...changed.after },
    });
    return oneScaleRecord(tx, written!);
  });
}
