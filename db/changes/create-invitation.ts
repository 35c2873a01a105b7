import type { CreateInvitation, Invitation } from '@/core/newsroom/person';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { invitationColumns } from '@/db/queries/invitations';
import { invitations } from '@/db/schema/schema';
import type { Store } from '@/db/store';

/** Invites somebody to a role. `tokenHash` is the SHA-256 of the token that the caller hands out; the token itself is not kept. */
export async function createInvitation(
  store: Store,
  call: Call,
  { role, email, tokenHash, expiresAt }: CreateInvitation & { tokenHash: string; expiresAt: string },
): Promise<Invitation> {
  return store.change(async (tx) => {
    const address = email?.toLowerCase() ?? null;
    const [made] = await tx
      .insert(invitations)
      .values({
        id: call.newId(),
        role,
        email: address,
        tokenHash,
        expiresAt,
        createdBy: call.by.id,
        createdAt: call.at,
      })
      .returning(invitationColumns);
    await appendEvent(tx, call, {
      kind: 'invitation.made',
      after: { invitationId: made!.id, role, email: address, expiresAt },
    });
    return made!;
  });
}
