import { eq } from 'drizzle-orm';
import type { Call } from '@/db/call';
import { people } from '@/db/schema/schema';
import type { Store } from '@/db/store';

/** Has unread news mailed to the caller, or not. No event tells of it: it is nobody's business but theirs. */
export async function changeHearing(store: Store, call: Call, digest: boolean): Promise<void> {
  await store.change(async (tx) => {
    await tx.update(people).set({ digest }).where(eq(people.id, call.by.id));
  });
}
