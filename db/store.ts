import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import type { Event } from '@/core/event/event';
import { authDatabase } from './auth-database';
import { chainOldEvents } from './chain-old-events';
import { type Db, databaseOn } from './database';
import { furnishNewsroom } from './furnish-newsroom';
import { Moments } from './moments';
import { ParsedDocs } from './parsed-docs';
import { type Work, Writer } from './writer';

export type { Db } from './database';

/** What lasts, to be read. */
export interface Reader {
  /** A readonly connection: each statement sees all that was committed before it, and nothing of what is not. */
  read: Db;
  /**
   * Runs a reading of several statements that must agree with each other: all of them see the same moment. `reading` must await
   * nothing but statements on the connection that it is given.
   */
  see<T>(reading: (db: Db) => Promise<T>): Promise<T>;
  /** Closes the file, when what waits is done. */
  close(): Promise<void>;
}

/** What lasts. Queries read from `read`; every change goes through `change`. */
export interface Store extends Reader {
  /**
   * Runs `work` in a transaction on the one writing connection, after those who came before. Resolves when its outcome is on
   * disk; rejects with what it threw, and then nothing of it stays. `work` must await nothing but statements on the connection
   * that it is given: neither the network nor this store, which would wait for itself.
   */
  change<T>(work: Work<T>): Promise<T>;
  /** better-auth's way in: its writes wait in the same queue. */
  auth: SqliteRemoteDatabase;
  /** Hears the events of each commit, in order, before its callers are answered. Returns how to stop listening. */
  onCommitted(listener: (events: readonly Event[]) => void): () => void;
}

/** The one file of the store, in its folder. */
const FILE = 'stet.db';

/** How long another process may hold the file before a statement gives up, in milliseconds. */
const BUSY_TIMEOUT = 5000;

/**
 * What a letter at the top of a long article with thousands of anchors changes, all of it moved on by one, is some megabytes: so
 * much of the file stays in memory (in KiB), and so many pages of 4 KiB are written to the log, before they go to the file
 * itself, each once instead of at every key.
 */
const CACHE = 64 * 1024;
const CHECKPOINT = 8 * 1024;

/**
 * Opens the store in a folder, which is made if it is not there, brings its tables up to date and gives a new one its newsroom
 * and scales. `migrations` is the folder of SQLite's migrations.
 */
export async function openStore({
  folder,
  migrations = path.join(process.cwd(), 'db/migrations/sqlite'),
}: {
  folder: string;
  migrations?: string;
}): Promise<Store> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const writing = openWriting(path.join(folder, FILE), migrations);
  const { reader, client: reading } = readerOf(folder);
  const listeners = new Set<(events: readonly Event[]) => void>();
  const db = databaseOn(writing, reader.read.docs);
  const writer = new Writer(writing, db, (events) => {
    for (const listener of listeners) tell(listener, events);
  });
  await writer.enqueue(furnishNewsroom);
  await writer.enqueue(chainOldEvents);

  return {
    read: reader.read,
    see: reader.see,
    change: (work) => writer.enqueue(work),
    auth: authDatabase(writing, reading, writer),
    onCommitted(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await writer.close();
      await reader.close();
      writing.close();
    },
  };
}

/** Opens the store of a folder to read it, beside whoever writes. Its tables must be up to date. */
export function openReader(folder: string): Reader {
  return readerOf(folder).reader;
}

function readerOf(folder: string): { reader: Reader; client: Database.Database } {
  const open = () =>
    new Database(path.join(folder, FILE), { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT });
  const client = open();
  const parsed = new ParsedDocs();
  const moments = new Moments(open, parsed);
  const reader = {
    read: databaseOn(client, parsed),
    see: <T>(reading: (db: Db) => Promise<T>) => moments.see(reading),
    async close() {
      moments.close();
      client.close();
    },
  };
  return { reader, client };
}

/** The writing connection. A commit is answered only when it has reached the disk itself (`synchronous = FULL`). */
function openWriting(file: string, migrations: string): Database.Database {
  const client = new Database(file, { timeout: BUSY_TIMEOUT });
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma(`cache_size = -${CACHE}`);
  client.pragma(`wal_autocheckpoint = ${CHECKPOINT}`);
  // Off while migrating: SQLite changes some columns by making the table anew, which would cascade.
  client.pragma('foreign_keys = OFF');
  migrate(drizzle(client), { migrationsFolder: migrations });
  const broken = client.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new Error(`${broken.length} rows refer to rows that do not exist.`);
  client.pragma('foreign_keys = ON');
  return client;
}

/** A listener that fails must not undo what is on disk, nor keep the others from hearing. */
function tell(listener: (events: readonly Event[]) => void, events: readonly Event[]): void {
  try {
    listener(events);
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : new Error(String(error)));
  }
}
