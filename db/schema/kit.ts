import * as pg from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';

/**
 * The few column and index makers that Stet's tables are drawn with, one kit a dialect. Columns carry the names of the records'
 * fields. Types describe the SQLite face; PostgreSQL's has the same shape, so one `tables(kit)` serves both.
 *
 * `moment` is a `Date`, as better-auth wants its times; all other times are the records' own ISO strings in `text`. JSON is kept
 * as the text it was written as, so that what is read has the same bytes; a null is SQL's NULL.
 */
export const sqliteKit = {
  table: lite.sqliteTable,
  text: () => lite.text(),
  integer: () => lite.integer(),
  boolean: () => lite.integer({ mode: 'boolean' }),
  moment: () => lite.integer({ mode: 'timestamp_ms' }),
  json: lite.customType<{ data: unknown; driverData: string | null }>({
    dataType: () => 'text',
    toDriver: (value) => (value === null ? null : JSON.stringify(value)),
    fromDriver: (value) => (value === null ? null : JSON.parse(value)),
  }),
  /** A number that only ever grows, given by the database; never used twice for what was committed. */
  serial: () => lite.integer().primaryKey({ autoIncrement: true }),
  primaryKey: lite.primaryKey,
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
};
export type Kit = typeof sqliteKit;

export const postgresKit = {
  table: pg.pgTable,
  text: () => pg.text(),
  integer: () => pg.integer(),
  boolean: () => pg.boolean(),
  moment: () => pg.timestamp({ withTimezone: true, mode: 'date' }),
  json: pg.customType<{ data: unknown; driverData: unknown }>({
    dataType: () => 'json',
    toDriver: (value) => (value === null ? null : JSON.stringify(value)),
    fromDriver: (value) => (typeof value === 'string' ? JSON.parse(value) : value),
  }),
  serial: () => pg.integer().primaryKey().generatedAlwaysAsIdentity(),
  primaryKey: pg.primaryKey,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
} as unknown as Kit;
