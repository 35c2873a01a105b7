import { eq } from 'drizzle-orm';
import type { Scale } from '@/core/claim/scale';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { newsroomRecord } from '@/db/queries/newsroom';
import { oneScaleRecord, openScale } from '@/db/queries/scales';
import { articles, scales } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { needRight } from './need-right';

/**
 * Deletes a scale that no article uses, not even one in the bin, and that new articles do not start with (`in-use`). Returns it
 * as it was. Throws `absent` and `stale` too.
 */
export async function deleteScale(store: Store, call: Call, id: string, revision: number): Promise<Scale> {
  needRight(call, 'scale.change');
  return store.change(async (tx) => {
    const row = await openScale(tx, id);
    const current = await oneScaleRecord(tx, row);
    if (row.revision !== revision) throw new Problem('stale', {}, { current });
    if (await isUsed(tx, id)) throw new Problem('in-use');
    await tx
      .update(scales)
      .set({ deletedAt: call.at, revision: revision + 1 })
      .where(eq(scales.id, id));
    await appendEvent(tx, call, { kind: 'scale.deleted', before: { scaleId: id, name: row.name } });
    return current;
  });
}

async function isUsed(tx: Db, id: string): Promise<boolean> {
  if ((await newsroomRecord(tx)).rules.defaultScale === id) return true;
  const [user] = await tx.select({ id: articles.id }).from(articles).where(eq(articles.scale, id)).limit(1);
  return user !== undefined;
}
