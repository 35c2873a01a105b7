import { eq } from 'drizzle-orm';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { people, sessions, twoFactors } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { needRight } from './need-right';

/**
 * Takes away the one-time codes of somebody who has lost the device and the codes for that. They are signed out everywhere, and
 * sign in with the password alone until they set up others. Throws `absent` where there is no such person.
 */
export async function resetTwoFactor(store: Store, call: Call, personId: string): Promise<void> {
  needRight(call, 'person.change');
  await store.change(async (tx) => {
    const [person] = await tx.select({ on: people.twoFactorEnabled }).from(people).where(eq(people.id, personId));
    if (!person) throw new Problem('absent');
    await tx.delete(twoFactors).where(eq(twoFactors.userId, personId));
    if (!person.on) return;
    await tx.update(people).set({ twoFactorEnabled: false }).where(eq(people.id, personId));
    await tx.delete(sessions).where(eq(sessions.userId, personId));
    await appendEvent(tx, call, {
      kind: 'person.changed',
      before: { personId, twoFactor: true },
      after: { personId, twoFactor: false },
    });
  });
}
