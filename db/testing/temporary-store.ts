import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Role } from '@/core/newsroom/person';
import type { Call } from '@/db/call';
import { people } from '@/db/schema/schema';
import { openStore, type Store } from '@/db/store';

/** A store in a folder of its own, which is gone once the store is closed through `drop`. */
export async function temporaryStore(): Promise<{ store: Store; folder: string; drop: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'stet-store-'));
  const store = await openStore({ folder });
  const drop = async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { store, folder, drop };
}

/** A clock that ticks a second with every call, and ids that count: the same test has the same ones each time. */
export function callsOf(start = '2026-03-02T09:00:00.000Z') {
  let tick = Date.parse(start);
  let made = 0;
  return (by: Call['by']): Call => {
    tick += 1000;
    return { by, at: new Date(tick).toISOString(), newId: () => `id-${++made}` };
  };
}

/** A person of this role, in the store. */
export async function person(store: Store, name: string, role: Role): Promise<Call['by']> {
  const me = { id: name.toLowerCase(), name, email: `${name.toLowerCase()}@example.org`, role };
  const moment = new Date(0);
  await store.change(async (tx) => {
    await tx.insert(people).values({ ...me, createdAt: moment, updatedAt: moment });
  });
  return me;
}
