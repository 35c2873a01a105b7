import { type Entry, sameValue } from './entry';
import type { KeptText } from './kept-text';

/**
 * Where unacknowledged changes are kept while the page may go away. Every tab of the browser shares it, so each write says what
 * it expects to find: a tab never removes a newer edit of another.
 */
export interface Shelf {
  /** A person's entries for an article, in the order of the queue. */
  load(personId: string, articleId: string): Promise<Entry[]>;
  /** All of it or nothing. An entry dropped goes only if it still bears the stamp. */
  write(changes: ShelfChanges): Promise<void>;
  /** What a person wrote into an article's text and the server has not, by the desk that wrote it. */
  texts(personId: string, articleId: string): Promise<KeptText[]>;
  /** Keeps it in the place of what that desk had written before; without steps, forgets it. */
  keepText(text: KeptText): Promise<void>;
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

/** A shelf that lasts as long as the page: for browsers without a disk to give, and for tests. */
export function memoryShelf(entries = new Map<string, Entry>(), texts = new Map<string, KeptText>()): Shelf {
  return {
    texts: async (personId, articleId) =>
      [...texts.values()].filter((text) => text.personId === personId && text.articleId === articleId),
    keepText: async (text) => {
      if (text.steps.length > 0) texts.set(text.clientId, structuredClone(text));
      else texts.delete(text.clientId);
    },
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
