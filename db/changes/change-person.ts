import { and, eq, isNull, ne } from 'drizzle-orm';
import type { PatchPerson, Person } from '@/core/newsroom/person';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { personColumns } from '@/db/queries/people';
import { people, sessions, tokens } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { handOver } from './hand-over';

/**
 * Changes a role, or closes or opens an account. Whoever is closed is signed out everywhere and their tokens are revoked in the
 * same transaction; opening brings neither back. Restricted articles that nobody else may open go to the caller (`handOver`). A guest
 * is nobody's to change here. Throws `absent`, `stale`, `last-admin` where nobody active would be one, and what `handOver` throws.
 */
export async function changePerson(
  store: Store,
  call: Call,
  id: string,
  revision: number,
  patch: PatchPerson,
): Promise<Person> {
  return store.change(async (tx) => {
    const [current] = await tx
      .select(personColumns)
      .from(people)
      .where(and(eq(people.id, id), eq(people.guest, false)));
    if (!current) throw new Problem('absent');
    if (current.revision !== revision) throw new Problem('stale', {}, { current });
    const next = { ...current, ...patch };
    if (next.role === current.role && next.active === current.active) return current;
    if (isAdmin(current) && !isAdmin(next) && !(await hasOtherAdmin(tx, id))) throw new Problem('last-admin');

    const { role, active } = next;
    if (!active && current.active) await handOver(tx, call, id);
    const changed = await tx
      .update(people)
      .set({ role, active, revision: revision + 1, updatedAt: new Date(call.at) })
      .where(and(eq(people.id, id), eq(people.revision, revision)))
      .returning(personColumns);
    if (!changed[0]) throw new Problem('stale', {}, { current });
    if (!active) await signOutEverywhere(tx, id, call.at);
    await appendEvent(tx, call, {
      kind: 'person.changed',
      before: { personId: id, role: current.role, active: current.active },
      after: { personId: id, role, active },
    });
    return changed[0];
  });
}

const isAdmin = (person: Pick<Person, 'role' | 'active'>) => person.active && person.role === 'admin';

async function hasOtherAdmin(tx: Db, id: string): Promise<boolean> {
  const [other] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, 'admin'), eq(people.active, true), ne(people.id, id)))
    .limit(1);
  return other !== undefined;
}

async function signOutEverywhere(tx: Db, id: string, at: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.userId, id));
  await tx
    .update(tokens)
    .set({ revokedAt: at })
    .where(and(eq(tokens.personId, id), isNull(tokens.revokedAt)));
}
