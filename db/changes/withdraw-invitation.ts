import { and, eq, isNull } from 'drizzle-orm';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { invitations } from '@/db/schema/schema';
import type { Store } from '@/db/store';

/** Withdraws an invitation. Throws `absent` where it does not exist, was withdrawn before or has been used. */
export async function withdrawInvitation(store: Store, call: Call, id: string): Promise<void> {
  await store.change(async (tx) => {
    const withdrawn = await tx
      .update(invitations)
      .set({ withdrawnAt: call.at })
      .where(and(eq(invitations.id, id), isNull(invitations.usedBy), isNull(invitations.withdrawnAt)))
      .returning({ role: invitations.role, email: invitations.email });
    if (!withdrawn[0]) throw new Problem('absent');
    await appendEvent(tx, call, { kind: 'invitation.withdrawn', before: { invitationId: id, ...withdrawn[0] } });
  });
}
