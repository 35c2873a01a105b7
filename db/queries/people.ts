import { and, asc, eq, gt, or } from 'drizzle-orm';
import type { Person } from '@/core/newsroom/person';
import type { Page } from '@/core/record';
import type { Call } from '@/db/call';
import { people } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { pageOf, readCursor } from './cursor';
import type { Paging } from './paging';

export const personColumns = {
  id: people.id,
  revision: people.revision,
  name: people.name,
  email: people.email,
  role: people.role,
  active: people.active,
  twoFactor: people.twoFactorEnabled,
};

/** Everybody who ever belonged to the newsroom, by name; those who are inactive too, since the record names them. Guests never did. */
export async function listPeople(store: Reader, _call: Call, { limit, cursor }: Paging = {}): Promise<Page<Person>> {
  const after = readCursor(cursor, ['name', 'id']);
  const rows = await store.read
    .select(personColumns)
    .from(people)
    .where(
      and(
        eq(people.guest, false),
        after && or(gt(people.name, after[0]), and(eq(people.name, after[0]), gt(people.id, after[1]))),
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(limit === undefined ? -1 : limit + 1);
  return pageOf(rows, limit, (last) => [last.name, last.id]);
}

/** Whether unread news are mailed to the caller. */
export async function wantsDigest(store: Reader, call: Call): Promise<boolean> {
  const [row] = await store.read.select({ digest: people.digest }).from(people).where(eq(people.id, call.by.id));
  return row?.digest ?? false;
}
