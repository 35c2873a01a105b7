import { eq } from 'drizzle-orm';
import { Problem } from '@/core/problem';
import { mayRemoveFile } from '@/core/source/file-rights';
import type { EvidenceFile } from '@/core/source/source';
import type { Call } from '@/db/call';
import { openFile } from '@/db/queries/files';
import { openSource } from '@/db/queries/sources';
import { fileRecord } from '@/db/records/source';
import { sourceFiles } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { claimOfFile, tellOfFile } from './add-file';
import { needRight } from './need-right';

/**
 * Brings a file back that was taken off; one that was not stays as it is. Whoever may take it off may. Throws `absent` and
 * `file-of-another`.
 */
export async function restoreFile(store: Store, call: Call, id: string): Promise<EvidenceFile> {
  needRight(call, 'source.change');
  return store.change(async (tx) => {
    const row = await openFile(tx, call, id, { deleted: true });
    if (!mayRemoveFile(call.by, row)) throw new Problem('file-of-another');
    if (row.deletedAt === null) return fileRecord(row);
    const { title } = await openSource(tx, call, row.sourceId);
    await tx.update(sourceFiles).set({ deletedAt: null }).where(eq(sourceFiles.id, id));
    await tellOfFile(tx, call, 'file.restored', row, title, await claimOfFile(tx, row));
    return fileRecord(row);
  });
}
