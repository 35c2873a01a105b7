import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Store } from '@/db/store';

/**
 * Writes down that somebody's one-time codes were set up or taken away. better-auth keeps the codes themselves, in its own
 * transactions: this follows them.
 */
export async function tellTwoFactor(store: Store, call: Call, personId: string, twoFactor: boolean): Promise<void> {
  await store.change(async (tx) => {
    await appendEvent(tx, call, {
      kind: 'person.changed',
      before: { personId, twoFactor: !twoFactor },
      after: { personId, twoFactor },
    });
  });
}
