import { may } from '@/core/newsroom/rights';
import type { Citation, EvidenceFile, Source } from '@/core/source/source';
import type { Call } from '@/db/call';
import type { citations, contacts, sourceFiles, sources } from '@/db/schema/schema';

type SourceRow = typeof sources.$inferSelect;
type FileRow = typeof sourceFiles.$inferSelect;
type ContactRow = typeof contacts.$inferSelect;
type CitationRow = typeof citations.$inferSelect;

/** Whether the caller may see what is confidential, and the internal notes and contact logs that viewers never see. */
export function seesConfidential(call: Call): boolean {
  return may(call.by.role, 'confidential.read');
}

/** A source as the caller may see it. Whether a confidential one is shown at all is the query's to decide. */
export function sourceRecord(call: Call, row: SourceRow, files: FileRow[], contactRows: ContactRow[]): Source {
  const { address: _, finding: __, ...source } = row;
  const internal = seesConfidential(call);
  return {
    ...source,
    note: internal ? source.note : null,
    details: detailsFor(source.details, internal),
    files: files.map(fileRecord),
    contacts: internal ? contactRows.map(({ sourceId: ___, ...contact }) => contact) : [],
  };
}

/** An evidence file; its bytes are fetched by its id. */
export function fileRecord({ sourceId: _, textSha256: __, deletedAt: ___, ...file }: FileRow): EvidenceFile {
  return file;
}

/** How somebody is reached is the newsroom's own, as its notes are. */
function detailsFor(details: Source['details'], internal: boolean): Source['details'] {
  return details && !internal ? { ...details, contact: null } : details;
}

/** A citation as the caller may see it, with its source. */
export function citationRecord(call: Call, row: CitationRow, source: Source): Citation {
  const { deletedAt: _, ...citation } = row;
  return { ...citation, source, note: seesConfidential(call) ? citation.note : null };
}
