import { inArray } from 'drizzle-orm';
import { grouped } from '@/core/grouped';
import type { Source } from '@/core/source/source';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { sourceRecord } from '@/db/records/source';
import { contacts, sources } from '@/db/schema/schema';
import { knownRows } from './known-sources';
import { filesOfSources } from './source-files';

type SourceRow = typeof sources.$inferSelect;

/** The records of source rows by id, with files and contacts; confidential ones are left out for those who may not know them. */
export async function sourceRecords(db: Db, call: Call, rows: readonly SourceRow[]): Promise<Map<string, Source>> {
  return recordsOf(db, call, await knownRows(db, call, rows));
}

/** The record of a source that the caller was found to know before they changed it: they may just have made it confidential. */
export async function oneSourceRecord(db: Db, call: Call, row: SourceRow): Promise<Source> {
  return (await recordsOf(db, call, [row])).get(row.id)!;
}

async function recordsOf(db: Db, call: Call, shown: readonly SourceRow[]): Promise<Map<string, Source>> {
  if (shown.length === 0) return new Map();
  const ids = shown.map(({ id }) => id);
  const files = await filesOfSources(db, call, ids);
  const log = await db.select().from(contacts).where(inArray(contacts.sourceId, ids)).orderBy(contacts.at, contacts.id);
  const filesOf = grouped(files, (row) => row.sourceId);
  const logOf = grouped(log, (row) => row.sourceId);
  return new Map(
    shown.map((row) => [row.id, sourceRecord(call, row, filesOf.get(row.id) ?? [], logOf.get(row.id) ?? [])]),
  );
}

/** The same for ids; sources in the bin are among them, for the citations that still name them. */
export async function sourcesById(db: Db, call: Call, ids: string[]): Promise<Map<string, Source>> {
  if (ids.length === 0) return new Map();
  return sourceRecords(db, call, await db.select().from(sources).where(inArray(sources.id, ids)));
}
