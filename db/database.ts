import type Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { Event } from '@/core/event/event';
import type { ParsedDocs } from './parsed-docs';

/**
 * One connection, as queries and changes see it. Await every statement and take rows from the array that `await` gives: the same
 * code then runs on a driver that is truly asynchronous.
 */
export type Db = BetterSQLite3Database & {
  /** The events that the change now at work has written, to be told once they are on disk; null where no change is at work. */
  happened: Event[] | null;
  /** Texts parsed before, shared by the connections of one store. */
  docs: ParsedDocs;
};

export function databaseOn(client: Database.Database, parsed: ParsedDocs): Db {
  return Object.assign(drizzle(client) as BetterSQLite3Database, { happened: null, docs: parsed });
}

/**
 * A statement that is built and compiled once for each connection and used many times; building one costs Drizzle several times
 * what SQLite needs to run it. `build` names what varies with `sql.placeholder`.
 */
export function statement<T extends object>(build: (db: Db) => T): (db: Db) => T {
  const built = new WeakMap<Db, T>();
  return (db) => {
    let known = built.get(db);
    if (!known) {
      known = build(db);
      built.set(db, known);
    }
    return known;
  };
}
