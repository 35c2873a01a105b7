import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Entry, sameValue } from './entry';

/**
 * Where unacknowledged changes are kept while the page may go away. Every tab of the browser shares it, so each write says what
 * it expects to find: a tab never removes a newer edit of another.
 */
export interface Shelf {
  /** A person's entries for an article, in the order of the queue. */
  load(personId: string, articleId: string): Promise<Entry[]>;
  /** All of it or nothing. An entry dropped goes only if it still bears the stamp. */
  write(changes: ShelfChanges): Promise<void>;
  close(): void;
}

export interface ShelfChanges {
  readonly put: readonly Put[];
  readonly drop: readonly { readonly id: string; readonly stamp: string }[];
}

export interface Put {
  readonly entry: Entry;
  /** Whether the person did it; otherwise only what is known about it changed (where it starts from, that it was sent). */
  readonly edited: boolean;
}

/**
 * What to store for a put where `stored` is: an edit takes its place, and keeps what that one had sent. What is only known about
 * an older edit than the stored one is added to that; of an entry that another tab settled, nothing is stored.
 */
export function merged({ entry, edited }: Put, stored: Entry | undefined): Entry | undefined {
  if (!stored) return edited ? entry : undefined;
  if (stored.stamp === entry.stamp) return entry;
  const [newer, older] = edited ? [entry, stored] : [stored, entry];
  const sent = older.sent.filter((one) => !newer.sent.some((other) => sameValue(one, other)));
  const start = (older.baseRevision ?? 0) > (newer.baseRevision ?? 0) ? older : newer;
  return { ...newer, base: start.base, baseRevision: start.baseRevision, sent: [...sent, ...newer.sent] };
}

export const inQueueOrder = (a: Entry, b: Entry) => a.seq - b.seq || (a.id < b.id ? -1 : 1);

const DATABASE = 'stet';
const OUTBOX = 'outbox';
const BY_ARTICLE = 'by-article';

interface OutboxSchema extends DBSchema {
  [OUTBOX]: { key: string; value: Entry; indexes: { [BY_ARTICLE]: [string, string] } };
}

/**
 * The shelf on this browser's disk. Throws where the browser has none to give (some private windows, a full disk).
 *
 * Writes are `relaxed`: they are in the operating system's hands at once, and so survive the tab and the browser being killed;
 * waiting for the platter at each key would only add the power cut, and wear the disk.
 */
export async function openShelf(): Promise<Shelf> {
  const database = await openDatabase();
  return {
    async load(personId, articleId) {
      const entries = await database.getAllFromIndex(OUTBOX, BY_ARTICLE, [personId, articleId]);
      return entries.sort(inQueueOrder);
    },
    async write({ put, drop }) {
      const transaction = database.transaction(OUTBOX, 'readwrite', { durability: 'relaxed' });
      const { store } = transaction;
      const work = async () => {
        for (const { id, stamp } of drop) if ((await store.get(id))?.stamp === stamp) await store.delete(id);
        for (const one of put) {
          const entry = merged(one, await store.get(one.entry.id));
          if (entry) await store.put(entry);
        }
      };
      await Promise.all([work(), transaction.done]);
    },
    close: () => database.close(),
  };
}

async function openDatabase(): Promise<IDBPDatabase<OutboxSchema>> {
  const database = await openDB<OutboxSchema>(DATABASE, 1, {
    upgrade(opened) {
      opened.createObjectStore(OUTBOX, { keyPath: 'id' }).createIndex(BY_ARTICLE, ['personId', 'articleId']);
    },
    // A newer Stet in another tab wants to change the shelf: this tab gives way, and its next write says so by failing.
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  });
  return database;
}

/** What a person left unsent, by article: for a list that says where something still waits. Empty where there is no shelf. */
export async function leftUnsent(personId: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  try {
    const database = await openDatabase();
    for (const entry of await database.getAll(OUTBOX))
      if (entry.personId === personId) counts.set(entry.articleId, (counts.get(entry.articleId) ?? 0) + 1);
    database.close();
  } catch {
    // Without a disk nothing was left on it.
  }
  return counts;
}

/** A shelf that lasts as long as the page: for browsers without a disk to give, and for tests. */
export function memoryShelf(entries = new Map<string, Entry>()): Shelf {
  return {
    load: async (personId, articleId) =>
      [...entries.values()]
        .filter((entry) => entry.personId === personId && entry.articleId === articleId)
        .sort(inQueueOrder),
    write: async ({ put, drop }) => {
      for (const { id, stamp } of drop) if (entries.get(id)?.stamp === stamp) entries.delete(id);
      for (const one of put) {
        const entry = merged(one, entries.get(one.entry.id));
        if (entry) entries.set(entry.id, structuredClone(entry));
      }
    },
    close: () => {},
  };
}
