import type { EvidenceFile } from '@/core/source/source';
import type { Call } from '@/db/call';
import type { EvidenceFolder, Received } from '@/db/evidence/evidence-folder';
import type { Store } from '@/db/store';
import { makeFile, type NewFile } from './add-file';
import { needRight } from './need-right';
import { noteLink } from './note-link';

/**
 * Keeps a copy of a source's page; its address is alive then, and is compared with this copy from now on. Throws `absent`, and
 * `citation-unknown` (see `addFile`).
 */
export async function addCopy(
  { store, evidence }: { store: Store; evidence: EvidenceFolder },
  call: Call,
  sourceId: string,
  received: Received,
  file: NewFile & { copy: NonNullable<NewFile['copy']> },
): Promise<EvidenceFile> {
  needRight(call, 'source.change');
  await evidence.keep(received);
  const { record } = await store.change(async (tx) => {
    const made = await makeFile(tx, call, sourceId, received, file);
    await noteLink(tx, call, sourceId, { link: 'alive', status: 200 });
    return made;
  });
  await evidence.settle(received);
  return record;
}
