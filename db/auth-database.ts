import type Database from 'better-sqlite3';
import { drizzle, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import type { Writer } from './writer';

/** How many compiled statements are kept for each connection: more than better-auth has. */
const STATEMENTS_KEPT = 256;

/**
 * A Drizzle database for better-auth's adapter, which knows nothing of the queue: a statement that writes waits its turn there
 * and is answered when it is on disk, so that it never slips into somebody's open transaction; one that only reads is run on the
 * reader, which sees all that was answered. It has no transactions: leave the adapter's `transaction` option off.
 */
export function authDatabase(
  writing: Database.Database,
  reading: Database.Database,
  writer: Writer,
): SqliteRemoteDatabase {
  const read = compiled(reading);
  const write = compiled(writing);
  return drizzle(async (query, params, method) => {
    const wanted = read(query);
    if (wanted.readonly) return run(wanted, params, method);
    return writer.enqueue(async () => run(write(query), params, method));
  });
}

function compiled(client: Database.Database): (query: string) => Database.Statement {
  const known = new Map<string, Database.Statement>();
  return (query) => {
    let found = known.get(query);
    if (!found) {
      if (known.size >= STATEMENTS_KEPT) known.clear();
      found = client.prepare(query);
      known.set(query, found);
    }
    return found;
  };
}

function run(prepared: Database.Statement, params: unknown[], method: 'run' | 'all' | 'values' | 'get') {
  if (!prepared.reader) return { rows: [], rowsAffected: prepared.run(...params).changes };
  if (method === 'get') return { rows: prepared.raw().get(...params) as unknown[] };
  return { rows: prepared.raw().all(...params) };
}
