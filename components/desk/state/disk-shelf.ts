import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Entry } from './entry';
import type { KeptText } from './kept-text';
import { inQueueOrder, merged, type Shelf } from './outbox-shelf';

const DATABASE = 'stet';
const OUTBOX = 'outbox';
const TEXTS = 'texts';
const BY_ARTICLE = 'by-article';

interface OutboxSchema extends DBSchema {
  [OUTBOX]: { key: string; value: Entry; indexes: { [BY_ARTICLE]: [string, string] } };
  [TEXTS]: { key: string; value: KeptText; indexes: { [BY_ARTICLE]: [string, string] } };
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
    texts: (personId, articleId) => database.getAllFromIndex(TEXTS, BY_ARTICLE, [personId, articleId]),
    async keepText(text) {
      const transaction = database.transaction(TEXTS, 'readwrite', { durability: 'relaxed' });
      const { store } = transaction;
      await Promise.all([text.steps.length > 0 ? store.put(text) : store.delete(text.clientId), transaction.done]);
    },
    close: () => database.close(),
  };
}

async function openDatabase(): Promise<IDBPDatabase<OutboxSchema>> {
  const database = await openDB<OutboxSchema>(DATABASE, 2, {
    upgrade(opened, from) {
      if (from < 1)
        opened.createObjectStore(OUTBOX, { keyPath: 'id' }).createIndex(BY_ARTICLE, ['personId', 'articleId']);
      if (from < 2)
        opened.createObjectStore(TEXTS, { keyPath: 'clientId' }).createIndex(BY_ARTICLE, ['personId', 'articleId']);
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
    for (const text of await database.getAll(TEXTS))
      if (text.personId === personId) counts.set(text.articleId, (counts.get(text.articleId) ?? 0) + 1);
    database.close();
  } catch {
    // Without a disk nothing was left on it.
  }
  return counts;
}
