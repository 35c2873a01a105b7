import type { Citation } from '@/core/source/source';
import { DEFAULT_LOCALE } from '@/core/words/words';
import { readingOf } from '../reading';
import type { Report } from '../report';
import { identityFields, signOffFields } from './about-fields';
import { sourceFields } from './citation-fields';
import { type ClaimRow, claimIdField, judgementFields, namingFields } from './claim-fields';
import { claimRows, tableOf } from './claim-tables';
import type { Cell, Field, Table } from './table';

/**
 * The Report as one table of comma-separated values (RFC 4180): UTF-8 behind a byte order mark, CRLF, headings in the first line,
 * every line as long as the first, so that a spreadsheet can filter it and two files can be put under one another.
 *
 * The first column says what a line is: a claim, then each of its citations, which repeat the claim's number, words, verdict
 * and status. Every line ends with what the report is of; an article without claims has one line, of the article alone. Times
 * are ISO 8601 in UTC. A cell that a spreadsheet would read as a formula has one apostrophe before it (`asCsvCell`).
 */
export function reportCsv(report: Report, locale = DEFAULT_LOCALE): string {
  const { columns, rows } = flatTable(report, locale);
  const lines = [columns.map(({ heading }) => heading), ...rows].map(
    (cells) => `${cells.map(asCsvCell).join(',')}\r\n`,
  );
  return `\ufeff${lines.join('')}`;
}

/**
 * A cell as it stands in the file. One that begins with `= + - @`, their full-width forms, a tab, a return or a line feed, after
 * whatever spaces and characters that are not seen, gets one apostrophe before it, as does one where such a beginning has
 * apostrophes before it already: taking one away from a cell that looks so gives the words again.
 */
export function asCsvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const FORMULA = /^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/** A line of the flat table: a claim, one of its citations, or the article alone. */
type Line = (ClaimRow & { citation: Citation | null }) | null;

function flatTable(report: Report, locale: string): Table {
  const reading = readingOf(report, locale);
  const { words } = reading;
  const lines: Line[] = claimRows(reading).flatMap((row) =>
    [null, ...row.claim.citations].map((citation) => ({ ...row, citation })),
  );
  const kind = (line: Line) => (line === null ? 'article' : line.citation === null ? 'claim' : 'citation');
  const onBoth = (line: Line) => line;
  const onClaims = (line: Line) => (line?.citation === null ? line : null);
  const onCitations = (line: Line) => (line?.citation ? { ...line, citation: line.citation } : null);
  const fields: Field<Line>[] = [
    { key: 'record', kind: 'text', width: 10, cell: (line) => words(`table_record_${kind(line)}`) },
    ...namingFields(reading).map((field) => where(onBoth, field)),
    ...judgementFields(reading).map((field) => where(onClaims, field)),
    ...sourceFields(reading).map((field) => where(onCitations, field)),
    where(onBoth, claimIdField),
    ...identityFields(reading),
    ...signOffFields(reading),
  ];
  return tableOf(words('table_claims'), fields, lines.length === 0 ? [null] : lines, words);
}

/** The field on those lines in which `choose` finds what it is about; an empty cell on every other. */
function where<About>(choose: (line: Line) => About | null, field: Field<About>): Field<Line> {
  return {
    ...field,
    cell(line) {
      const about = choose(line);
      return about === null ? null : field.cell(about);
    },
  };
}
