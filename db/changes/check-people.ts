import { and, eq, inArray } from 'drizzle-orm';
import { Problem } from '@/core/problem';
import type { Db } from '@/db/database';
import { people } from '@/db/schema/schema';

/** Throws `person-unknown` unless each id that is given is an active person's; a guest is nobody here. */
export async function checkPeople(tx: Db, ids: readonly (string | null | undefined)[]): Promise<void> {
  const named = [...new Set(ids.filter((id) => typeof id === 'string'))];
  if (named.length === 0) return;
  const found = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, named), eq(people.active, true), eq(people.guest, false)));
  if (found.length < named.length) throw new Problem('person-unknown');
}
