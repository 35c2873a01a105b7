import { may } from '@/core/newsroom/rights';
import type { Contact } from '@/core/source/contact';
import { detailsShown } from '@/core/source/details';
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
    details: detailsFor(detailsShown(source.kind, source.details), internal),
    standingReason: internal ? source.standingReason : null,
    files: files.map(fileRecord),
    contacts: internal ? contactRows.map(contactRecord) : [],
  };
}

/** An evidence file; its bytes are fetched by its id. */
export function fileRecord({ sourceId: _, textSha256: __, deletedAt: ___, ...file }: FileRow): EvidenceFile {
  return file;
}

export function contactRecord({ sourceId: _, ...contact }: ContactRow): Contact {
  return contact;
}

/** How somebody is reached is the newsroom's own, as its notes are; so is who they are, unless they agreed to be named. */
function detailsFor(details: Source['details'], internal: boolean): Source['details'] {
  return internal ? details : detailsTold(details);
}

/** The same where an event says it. */
export function detailsTold(details: Source['details']): Source['details'] {
  if (!details) return details;
  const { contact: _, whom, ...told } = details;
  return told.consent === true && whom !== undefined ? { whom, ...told } : told;
}

/** A citation as the caller may see it, with its source. */
export function citationRecord(call: Call, row: CitationRow, source: Source): Citation {
  const { deletedAt: _, ...citation } = row;
  return { ...citation, source, note: seesConfidential(call) ? citation.note : null };
}
