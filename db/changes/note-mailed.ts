import { inArray } from 'drizzle-orm';
import { notifications } from '@/db/schema/schema';
import type { Store } from '@/db/store';

/** Notes that a digest told of these news, so that none does again. `at` is ISO 8601. */
export async function noteMailed(store: Store, ids: readonly number[], at: string): Promise<void> {
  await store.change(async (tx) => {
    await tx
      .update(notifications)
      .set({ mailedAt: at })
      .where(inArray(notifications.id, [...ids]));
  });
}
