import { getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type Db, statement } from './database';

/** A compiled insert of whole rows into a table: every column must be given. For changes that are made often. */
export function insertion<T extends SQLiteTable>(table: T): (db: Db, row: T['$inferSelect']) => Promise<void> {
  const places = Object.fromEntries(Object.keys(getTableColumns(table)).map((name) => [name, sql.placeholder(name)]));
  const prepared = statement((db) =>
    db
      .insert(table)
      .values(places as never)
      .prepare(),
  );
  return async (db, row) => {
    await prepared(db).execute(row);
  };
}
