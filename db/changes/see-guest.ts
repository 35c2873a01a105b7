import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { GuestCall } from '@/db/guest-call';
import { guests } from '@/db/schema/schema';
import type { Store } from '@/db/store';

/** So long a guest counts as seen without being written down anew, in milliseconds. */
const MINUTE = 60_000;

/** Notes when a guest's link was used, to within a minute: a page that looks again and again writes once. It is no event. */
export async function seeGuest(store: Store, { guest, at }: GuestCall): Promise<void> {
  const before = new Date(Date.parse(at) - MINUTE).toISOString();
  const [stale] = await store.read
    .select({ id: guests.id })
    .from(guests)
    .where(and(eq(guests.id, guest.id), or(isNull(guests.lastSeenAt), lt(guests.lastSeenAt, before))));
  if (stale) await store.change(async (tx) => tx.update(guests).set({ lastSeenAt: at }).where(eq(guests.id, guest.id)));
}
