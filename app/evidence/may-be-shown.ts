import { Problem } from '@/core/problem';
import { lookOfType } from '@/core/source/evidence-kinds';
import type { EvidenceFolder } from '@/db/evidence/evidence-folder';
import type { FileRow } from '@/db/queries/source-files';
import { inProcess } from '../process/in-process';
import { readApart } from '../workshop/workshop';

/** How many answers are remembered: a viewer asks for a PDF part by part. */
const REMEMBERED = 1000;

/**
 * Whether a browser may show a file in its place: images and recordings as they are; a PDF only where it holds no script, since the
 * browser's viewer would run it.
 */
export async function mayBeShown(
  evidence: EvidenceFolder,
  { type, sha256 }: FileRow,
  signal: AbortSignal,
): Promise<boolean> {
  const look = lookOfType(type);
  if (look !== 'pdf') return look !== null && look !== 'words';
  const known = inProcess('inert-pdfs', () => new Map<string, boolean>());
  const before = known.get(sha256);
  if (before !== undefined) return before;
  const inert = await readApart('inert-pdf', { file: evidence.placeOf(sha256) }, signal).then(
    (read) => read.inert,
    (failure) => {
      if (failure instanceof Problem && failure.code === 'too-demanding') return false;
      throw failure;
    },
  );
  if (known.size >= REMEMBERED) known.delete(known.keys().next().value!);
  known.set(sha256, inert);
  return inert;
}
