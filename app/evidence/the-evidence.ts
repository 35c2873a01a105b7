import { EvidenceFolder } from '@/db/evidence/evidence-folder';
import { hasBytes } from '@/db/queries/files';
import type { Store } from '@/db/store';
import { log } from '../log';
import { readSettings } from '../settings';

/** Where the bytes of evidence are: in the data folder, outside of everything that is served as a file. */
export function theEvidence(): EvidenceFolder {
  return new EvidenceFolder(readSettings().folder);
}

/** Clears away what uploads left that broke off before this process began. */
export async function sweepEvidence(store: Store): Promise<void> {
  const gone = await theEvidence().sweep(Date.now(), (sha256) => hasBytes(store, sha256));
  if (gone > 0) log().info({ evidence: 'swept', gone });
}
