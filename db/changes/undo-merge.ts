import { and, eq, gt, inArray, ne } from 'drizzle-orm';
import { Problem } from '@/core/problem';
import type { Source } from '@/core/source/source';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { oneSourceRecord } from '@/db/queries/source-records';
import { openSource } from '@/db/queries/sources';
import { contacts, events, merges, sourceFiles, sources } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { type SourceRow, writeSource } from './change-source';
import { changedFields } from './changed-fields';
import { soughtBy } from './create-source';
import { holdStandingOn } from './hold-to-rules';
import { moveCitations, said } from './merge-source';
import { needRight } from './need-right';

/**
 * Takes the merge of a double back: it is a source again, with all that it had, and the other one is as it was. Possible until
 * something else happens to either; that its address was asked for is nothing. Answers the double. Throws `absent`, and `merge-final`.
 */
export async function undoMerge(store: Store, call: Call, id: string): Promise<Source> {
  needRight(call, 'source.merge');
  return store.change(async (tx) => {
    const [double] = await tx.select().from(sources).where(eq(sources.id, id));
    if (!double?.mergedInto) throw new Problem('absent');
    const stays = await openSource(tx, call, double.mergedInto);
    const [merge] = await tx.select().from(merges).where(eq(merges.doubleId, id));
    if (!merge || merge.into !== stays.id || (await happenedSince(tx, [id, stays.id], merge.eventId)))
      throw new Problem('merge-final');
    const { moved } = merge;
    await tx.delete(merges).where(eq(merges.doubleId, id));
    await takeBack(tx, call, stays, merge.before);
    const parted = await writeSource(tx, call, double, {
      mergedInto: null,
      deletedAt: null,
      confidential: merge.confidential,
    });
    await moveCitations(tx, call, stays, double, moved.citations, { parted: true });
    await tx
      .update(sourceFiles)
      .set({ sourceId: id })
      .where(inArray(sourceFiles.id, [...moved.files]));
    await tx
      .update(contacts)
      .set({ sourceId: id })
      .where(inArray(contacts.id, [...moved.contacts]));
    await tx
      .update(sources)
      .set({ mergedInto: id })
      .where(inArray(sources.id, [...moved.doubles]));
    await appendEvent(tx, call, { kind: 'source.unmerged', sourceId: id, before: said(stays), after: said(parted) });
    // What was approved meanwhile stood on the two as one.
    for (const one of [id, stays.id]) await holdStandingOn(tx, call, one);
    return oneSourceRecord(tx, call, parted);
  });
}

/** Whether anything was done to these sources after an event, or cited from them. */
async function happenedSince(tx: Db, ids: string[], eventId: number): Promise<boolean> {
  const [found] = await tx
    .select({ id: events.id })
    .from(events)
    .where(and(inArray(events.sourceId, ids), gt(events.id, eventId), ne(events.kind, 'source.link-checked')))
    .limit(1);
  return found !== undefined;
}

async function takeBack(tx: Db, call: Call, stays: SourceRow, before: Partial<SourceRow>): Promise<void> {
  const changed = changedFields(stays, before);
  if (!changed) return;
  await writeSource(tx, call, stays, { ...changed.after, ...soughtBy({ ...stays, ...changed.after }) });
  await appendEvent(tx, call, { kind: 'source.changed', sourceId: stays.id, ...changed });
}
