import { isNull, sql } from 'drizzle-orm';
import type { NotificationKind } from '../../core/newsroom/notification';
import type { Kit } from './kit';
import type { PeopleTables } from './people';

/** What somebody should know of: written in the transaction of the event that it is about, one row a person. */
export function notificationTables(kit: Kit, { people }: PeopleTables) {
  const notifications = kit.table(
    'notifications',
    {
      id: kit.serial(),
      personId: kit
        .text()
        .notNull()
        .references(() => people.id),
      kind: kit.text().$type<NotificationKind>().notNull(),
      eventId: kit.integer().notNull(),
      by: kit
        .text()
        .notNull()
        .references(() => people.id),
      articleId: kit.text().notNull(),
      claimId: kit.text(),
      commentId: kit.text(),
      at: kit.text().notNull(),
      readAt: kit.text(),
      /** When a digest told of it. */
      mailedAt: kit.text(),
    },
    (table) => [
      kit.index('notifications_of_person').on(table.personId, table.id),
      kit.index('notifications_of_returns').on(table.personId, table.claimId).where(sql`${table.kind} = 'returned'`),
      kit.index('notifications_unread').on(table.personId).where(isNull(table.readAt)),
    ],
  );
  return { notifications };
}
