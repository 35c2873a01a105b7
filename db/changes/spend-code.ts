import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { twoFactors } from '@/db/schema/schema';
import type { Store } from '@/db/store';

/**
 * Uses up the one-time code of a time step, and with it those of all steps before. Answers whether it was still to be used: of
 * several who give the same code, one alone hears yes.
 */
export async function spendCode(store: Store, personId: string, step: number): Promise<boolean> {
  return store.change(async (tx) => {
    const used = await tx
      .update(twoFactors)
      .set({ usedStep: step })
      .where(and(eq(twoFactors.userId, personId), or(isNull(twoFactors.usedStep), lt(twoFactors.usedStep, step))))
      .returning({ id: twoFactors.id });
    return used.length > 0;
  });
}
