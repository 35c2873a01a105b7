import { and, eq, isNull } from 'drizzle-orm';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { tokens } from '@/db/schema/schema';
import type { Store } from '@/db/store';

/** Revokes a token of the caller's own. Throws `absent` where it is not theirs, or is revoked already. */
export async function revokeToken(store: Store, call: Call, id: string): Promise<void> {
  await store.change(async (tx) => {
    const revoked = await tx
      .update(tokens)
      .set({ revokedAt: call.at })
      .where(and(eq(tokens.id, id), eq(tokens.personId, call.by.id), isNull(tokens.revokedAt)))
      .returning({ name: tokens.name });
    if (!revoked[0]) throw new Problem('absent');
    await appendEvent(tx, call, { kind: 'token.revoked', before: { tokenId: id, name: revoked[0].name } });
  });
}
