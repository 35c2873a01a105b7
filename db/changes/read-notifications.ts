import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { ReadNotifications } from '@/core/newsroom/news';
import type { Call } from '@/db/call';
import { countUnread } from '@/db/queries/notifications';
import { notifications } from '@/db/schema/schema';
import type { Store } from '@/db/store';

/**
 * Notes that the caller has read news, their own among those named or all; answers how many are unread still. No event tells of it:
 * what somebody has read is theirs alone, and changes nothing of the record.
 */
export async function readNotifications(
  store: Store,
  call: Call,
  which: ReadNotifications,
): Promise<{ unread: number }> {
  return store.change(async (tx) => {
    const named = 'ids' in which ? inArray(notifications.id, which.ids.map(numberOf)) : undefined;
    await tx
      .update(notifications)
      .set({ readAt: call.at })
      .where(and(eq(notifications.personId, call.by.id), isNull(notifications.readAt), named));
    return { unread: await countUnread(tx, call) };
  });
}

/** The number of a piece of news; one that nobody has for what is none. */
function numberOf(id: string): number {
  return /^\d{1,15}$/.test(id) ? Number(id) : -1;
}
