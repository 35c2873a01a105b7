import { asc, eq, isNotNull } from 'drizzle-orm';
import { CHAIN_START, chainText } from '@/core/event/chain';
import { sha256 } from './append-event';
import type { Db } from './database';
import { events } from './schema/schema';

/**
 * Chains the events of a log that was begun before events were chained. A log in which any event has its hash is left alone: one
 * without is then a finding, and nothing that may be mended in silence.
 */
export async function chainOldEvents(db: Db): Promise<void> {
  const [chained] = await db.select({ id: events.id }).from(events).where(isNotNull(events.hash)).limit(1);
  if (chained) return;
  let previous = CHAIN_START;
  for (const event of await db.select().from(events).orderBy(asc(events.id))) {
    previous = sha256(chainText(previous, event));
    await db.update(events).set({ hash: previous }).where(eq(events.id, event.id));
  }
}
