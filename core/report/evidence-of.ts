import type { Citation, EvidenceFile } from '@/core/source/source';

/** The evidence that a citation rests on: what was put on it, and what its source has as a whole. */
export function evidenceOf({ id, source }: Pick<Citation, 'id' | 'source'>): EvidenceFile[] {
  return source.files.filter(({ citationId }) => citationId === null || citationId === id);
}
