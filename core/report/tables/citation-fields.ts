import type { Citation } from '@/core/source/source';
import type { Reading } from '../reading';
import { type ClaimRow, claimIdField } from './claim-fields';
import type { Field } from './table';

/** A citation, its claim, and the claim's number in the report. */
export interface CitationRow extends ClaimRow {
  citation: Citation;
}

/** What the table of citations says of each, the claim's own columns aside. What is the newsroom's own is in its edition alone. */
export function sourceFields({ report, words }: Reading): Field<CitationRow>[] {
  const fields: Field<CitationRow>[] = [
    { key: 'stance', kind: 'text', width: 11, cell: ({ citation }) => words(`stance_${citation.stance}`) },
    { key: 'source', kind: 'text', width: 48, cell: ({ citation }) => citation.source.title },
    { key: 'kind', kind: 'text', width: 14, cell: ({ citation }) => words(`kind_${citation.source.kind}`) },
    { key: 'tier', kind: 'text', width: 12, cell: ({ citation }) => tier(words, citation) },
    { key: 'publisher', kind: 'text', width: 24, cell: ({ citation }) => citation.source.publisher },
    { key: 'author', kind: 'text', width: 24, cell: ({ citation }) => citation.source.author },
    { key: 'published', kind: 'day', width: 13, cell: ({ citation }) => citation.source.publishedAt },
    { key: 'address', kind: 'address', width: 40, cell: ({ citation }) => citation.source.url },
    { key: 'archived', kind: 'address', width: 40, cell: ({ citation }) => citation.source.archivedUrl },
    { key: 'quote', kind: 'text', width: 56, cell: ({ citation }) => citation.quote },
    { key: 'locator', kind: 'text', width: 18, cell: ({ citation }) => citation.locator },
    { key: 'consulted', kind: 'moment', width: 17, cell: ({ citation }) => citation.accessedAt },
  ];
  if (report.edition === 'public') return fields;
  return [
    ...fields,
    { key: 'confidential', kind: 'text', width: 13, cell: ({ citation }) => confidential(words, citation) },
    { key: 'note', kind: 'text', width: 48, cell: ({ citation }) => citation.note },
    { key: 'sourceNote', kind: 'text', width: 48, cell: ({ citation }) => citation.source.note },
  ];
}

/** The columns of the table of citations: which claim, and what it stands on. */
export function citationFields(reading: Reading): Field<CitationRow>[] {
  return [
    { key: 'number', kind: 'number', width: 8, cell: ({ number }) => number },
    ...sourceFields(reading),
    claimIdField,
  ];
}

function tier(words: Reading['words'], { source }: Citation): string | null {
  return source.tier && words(`tier_${source.tier}`);
}

function confidential(words: Reading['words'], { source }: Citation): string | null {
  return source.confidential ? words('confidential') : null;
}
