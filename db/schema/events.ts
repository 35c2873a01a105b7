import { isNotNull } from 'drizzle-orm';
import type { EventKind } from '../../core/event/event';
import type { Kit } from './kit';
import type { PeopleTables } from './people';

/** The event log: who changed what, when, before and after. Rows are only ever added, in the transaction of their change. */
export function eventTables(kit: Kit, { people }: PeopleTables) {
  const events = kit.table(
    'events',
    {
      id: kit.serial(),
      kind: kit.text().$type<EventKind>().notNull(),
      at: kit.text().notNull(),
      by: kit
        .text()
        .notNull()
        .references(() => people.id),
      articleId: kit.text(),
      claimId: kit.text(),
      sourceId: kit.text(),
      before: kit.json().$type<Record<string, unknown> | null>(),
      after: kit.json().$type<Record<string, unknown> | null>(),
      /** SHA-256 over the hash of the event before and what this one says (`core/event/chain`); null until it is chained. */
      hash: kit.text(),
    },
    (table) => [
      kit.index('events_of_article').on(table.articleId, table.id),
      kit.index('events_of_person').on(table.by, table.id),
      kit.index('events_of_claim').on(table.claimId, table.id).where(isNotNull(table.claimId)),
      kit.index('events_of_source').on(table.sourceId, table.id).where(isNotNull(table.sourceId)),
    ],
  );
  return { events };
}
