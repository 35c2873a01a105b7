import type Database from 'better-sqlite3';
import { type Db, databaseOn } from './database';
import type { ParsedDocs } from './parsed-docs';

/** How many connections are kept for the next reading; what is opened beyond them, for readings at the same time, is closed again. */
const KEPT = 8;

interface Connection {
  readonly client: Database.Database;
  readonly db: Db;
}

/**
 * Readonly connections, each lent to one reading at a time: between two statements of a reading another change may be committed,
 * and an article's version must not be read before it and the anchors after it.
 */
export class Moments {
  readonly #free: Connection[] = [];
  #closed = false;

  constructor(
    private readonly open: () => Database.Database,
    private readonly parsed: ParsedDocs,
  ) {}

  /** Runs a reading on a connection that sees one moment: all that was committed before its first statement, and nothing after. */
  async see<T>(reading: (db: Db) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('The store is closed.');
    const connection = this.#free.pop() ?? this.#connect();
    connection.client.exec('BEGIN');
    try {
      return await reading(connection.db);
    } finally {
      connection.client.exec('COMMIT');
      if (this.#closed || this.#free.length >= KEPT) connection.client.close();
      else this.#free.push(connection);
    }
  }

  close(): void {
    this.#closed = true;
    for (const { client } of this.#free.splice(0)) client.close();
  }

  #connect(): Connection {
    const client = this.open();
    return { client, db: databaseOn(client, this.parsed) };
  }
}
