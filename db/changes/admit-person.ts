import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Me } from '@/core/newsroom/person';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { accounts, invitations, newsroom, people } from '@/db/schema/schema';
import type { Store } from '@/db/store';

/** Somebody who asks to come in. `email` in small letters; `password` as better-auth hashes it. */
export interface Arrival {
  name: string;
  email: string;
  password: string;
  /** What the newsroom is called, where this person founds it. */
  newsroom: string;
  /** SHA-256 of the invitation's token, or null. */
  invitationHash: string | null;
}

/**
 * Makes a person with a password, in one transaction with what lets them in: the first one of a store names the newsroom and is
 * its admin; every other one uses up an invitation, which decides the role. Of two who race for either, one comes in. Throws
 * `invitation-needed`, `invitation-other-email` or `email-taken`.
 */
export async function admitPerson(
  store: Store,
  { at, newId }: Pick<Call, 'at' | 'newId'>,
  arrival: Arrival,
): Promise<{ me: Me; founded: boolean }> {
  return store.change(async (tx) => {
    const id = newId();
    const founded = await found(tx, arrival.newsroom);
    const invitation = founded ? null : await openInvitation(tx, arrival, at);
    const role = invitation?.role ?? 'admin';
    const [namesake] = await tx.select({ id: people.id }).from(people).where(eq(people.email, arrival.email));
    if (namesake) throw new Problem('email-taken');

    const moment = new Date(at);
    const { name, email, password } = arrival;
    await tx.insert(people).values({ id, name, email, role, createdAt: moment, updatedAt: moment });
    await tx.insert(accounts).values({
      id: newId(),
      accountId: id,
      providerId: 'credential',
      userId: id,
      password,
      createdAt: moment,
      updatedAt: moment,
    });
    if (invitation) await spend(tx, invitation.id, id, at);
    const me = { id, name, email, role };
    await appendEvent(tx, { by: me, at, newId }, { kind: 'person.joined', after: { personId: id, name, role } });
    return { me, founded };
  });
}

/** Whether this is the first arrival: the newsroom has no name until then, and whoever names it keeps the others waiting. */
async function found(tx: Db, name: string): Promise<boolean> {
  const named = await tx
    .update(newsroom)
    .set({ name })
    .where(and(eq(newsroom.id, 1), eq(newsroom.name, '')))
    .returning({ id: newsroom.id });
  return named.length > 0;
}

async function openInvitation(tx: Db, { email, invitationHash }: Arrival, at: string) {
  if (invitationHash === null) throw new Problem('invitation-needed');
  const [invitation] = await tx
    .select({ id: invitations.id, role: invitations.role, email: invitations.email })
    .from(invitations)
    .where(
      and(
        eq(invitations.tokenHash, invitationHash),
        gt(invitations.expiresAt, at),
        isNull(invitations.usedBy),
        isNull(invitations.withdrawnAt),
      ),
    );
  if (!invitation) throw new Problem('invitation-needed');
  if (invitation.email !== null && invitation.email !== email) throw new Problem('invitation-other-email');
  return invitation;
}

async function spend(tx: Db, invitationId: string, personId: string, at: string): Promise<void> {
  const used = await tx
    .update(invitations)
    .set({ usedBy: personId, usedAt: at })
    .where(and(eq(invitations.id, invitationId), isNull(invitations.usedBy)))
    .returning({ id: invitations.id });
  if (used.length === 0) throw new Problem('invitation-needed');
}
