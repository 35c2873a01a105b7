import type { Reading } from '../reading';
import { type CitationRow, citationFields } from './citation-fields';
import { type ClaimRow, claimFields } from './claim-fields';
import type { Field, Table } from './table';

/** The claims of a Report as one table and their citations as another: one row a claim, one row a citation, in reading order. */
export function claimTables(reading: Reading): { claims: Table; citations: Table } {
  const { words } = reading;
  return {
    claims: tableOf(words('table_claims'), claimFields(reading), claimRows(reading), words),
    citations: tableOf(words('table_citations'), citationFields(reading), citationRows(reading), words),
  };
}

/** What each row of the table of claims is about. */
export function claimRows({ report }: Reading): ClaimRow[] {
  return report.claims.map((claim, index) => ({ claim, number: index + 1 }));
}

/** What each row of the table of citations is about: the claims' citations, each claim's in the order in which they were made. */
function citationRows(reading: Reading): CitationRow[] {
  return claimRows(reading).flatMap((row) => row.claim.citations.map((citation) => ({ ...row, citation })));
}

/** A table whose columns are the fields that are given and whose rows are what they say of each. */
export function tableOf<About>(
  name: string,
  fields: readonly Field<About>[],
  rows: readonly About[],
  words: Reading['words'],
): Table {
  return {
    name,
    columns: fields.map(({ key, kind, width }) => ({ key, kind, width, heading: words(`table_${key}`) })),
    rows: rows.map((about) => fields.map((field) => field.cell(about))),
  };
}
