import type { Reading } from '../../reading';
import type { Cell, Table } from '../table';
import { CELL_LIMIT } from './spreadsheet-text';

/** What does not fit a cell: in which column and row of which sheet its beginning stands, and the whole in pieces. */
export interface LongText {
  sheet: string;
  heading: string;
  /** As the sheet counts: its headings are row 1. */
  row: number;
  text: string;
}

/** The table with the beginning of each text that is too long for a cell, saying where the whole is; those go into `longTexts`. */
export function fitted(table: Table, longTexts: LongText[], { words }: Reading): Table {
  const shortened = (cell: Cell, column: number, row: number): Cell => {
    if (typeof cell !== 'string' || cell.length <= CELL_LIMIT) return cell;
    longTexts.push({ sheet: table.name, heading: table.columns[column]!.heading, row: row + 2, text: cell });
    const start = piece(cell, 0, CELL_LIMIT - words('table_cut', { start: '', sheet: words('table_long') }).length);
    return words('table_cut', { start, sheet: words('table_long') });
  };
  return { ...table, rows: table.rows.map((cells, row) => cells.map((cell, column) => shortened(cell, column, row))) };
}

/** The sheet of the texts that are too long for a cell: one row a piece; a text is its pieces one after another. */
export function longTextsTable(longTexts: readonly LongText[], { words }: Reading): Table {
  return {
    name: words('table_long'),
    columns: [
      { key: 'sheet', heading: words('table_sheet'), kind: 'text', width: 16 },
      { key: 'row', heading: words('table_row'), kind: 'number', width: 8 },
      { key: 'column', heading: words('table_column'), kind: 'text', width: 16 },
      { key: 'piece', heading: words('table_piece'), kind: 'number', width: 8 },
      { key: 'text', heading: words('table_text'), kind: 'text', width: 120 },
    ],
    rows: longTexts.flatMap(({ sheet, heading, row, text }) =>
      pieces(text).map((part, index) => [sheet, row, heading, index + 1, part]),
    ),
  };
}

function pieces(text: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length; from += parts.at(-1)!.length) parts.push(piece(text, from, CELL_LIMIT));
  return parts;
}

/** At most `length` UTF-16 units from `from` on, no surrogate pair cut in two. */
function piece(text: string, from: number, length: number): string {
  const to = from + length;
  return text.slice(from, to < text.length && (text.codePointAt(to - 1) ?? 0) > 0xffff ? to - 1 : to);
}
