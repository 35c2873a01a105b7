import { and, desc, eq, isNull } from 'drizzle-orm';
import { Problem } from '@/core/problem';
import type { EvidenceFile } from '@/core/source/source';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { fileRecord } from '@/db/records/source';
import { sourceFiles } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { type FileRow, fileOpenTo, filesOfSources } from './source-files';
import { openSource } from './sources';

/** The files of one source; `absent` where the source is. */
export async function listFiles(store: Reader, call: Call, sourceId: string): Promise<EvidenceFile[]> {
  await openSource(store.read, call, sourceId);
  return (await filesOfSources(store.read, call, [sourceId])).map(fileRecord);
}

/** A file, if its source, and its article where it was put on a citation, are the caller's to see; else `absent`. */
export async function openFile(db: Db, call: Call, id: string, { deleted = false } = {}): Promise<FileRow> {
  const [row] = await db
    .select()
    .from(sourceFiles)
    .where(and(eq(sourceFiles.id, id), deleted ? undefined : isNull(sourceFiles.deletedAt), fileOpenTo(db, call)));
  if (!row) throw new Problem('absent');
  await openSource(db, call, row.sourceId);
  return row;
}

/** The newest copy of a source's page, whoever may see it; null where there is none. */
export async function lastCopy(store: Reader, sourceId: string): Promise<FileRow | null> {
  const [row] = await store.read
    .select()
    .from(sourceFiles)
    .where(and(eq(sourceFiles.sourceId, sourceId), eq(sourceFiles.origin, 'copy'), isNull(sourceFiles.deletedAt)))
    .orderBy(desc(sourceFiles.createdAt), desc(sourceFiles.id))
    .limit(1);
  return row ?? null;
}

/** Whether some row has these bytes; a removed one does too, since it can come back. */
export async function hasBytes(store: Reader, sha256: string): Promise<boolean> {
  const [row] = await store.read
    .select({ id: sourceFiles.id })
    .from(sourceFiles)
    .where(eq(sourceFiles.sha256, sha256))
    .limit(1);
  return row !== undefined;
}
