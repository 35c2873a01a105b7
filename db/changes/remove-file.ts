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
 * Takes a file off its source; its bytes stay, so that it can come back. Who put it there may, and whoever may take off others'.
 * Returns it as it was. Throws `absent` and `file-of-another`.
 */
export async function removeFile(store: Store, call: Call, id: string): Promise<EvidenceFile> {
  needRight(call, 'source.change');
  return store.change(async (tx) => {
    const row = await openFile(tx, call, id);
    if (!mayRemoveFile(call.by, row)) throw new Problem('file-of-another');
    const { title } = await openSource(tx, call, row.sourceId);
    await tx.update(sourceFiles).set({ deletedAt: call.at }).where(eq(sourceFiles.id, id));
    await tellOfFile(tx, call, 'file.removed', row, title, await claimOfFile(tx, row));
    return fileRecord(row);
  });
}
