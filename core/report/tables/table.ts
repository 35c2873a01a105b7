/**
 * What stands in a cell. Which of the three a column holds is said by its kind; null is an empty cell.
 *
 * - `text`: words, to the character as they are.
 * - `number`: a whole number.
 * - `moment`: a time as the records have it, ISO 8601 in UTC.
 * - `day`: a day, or as much of one as is known (`2025`, `2025-10`, `2025-10-28`, or a full time).
 * - `address`: an http or https address; what is none is words.
 */
export type ColumnKind = 'text' | 'number' | 'moment' | 'day' | 'address';
export type Cell = string | number | null;

export interface Column {
  /** Unique in its table. */
  key: string;
  /** What stands over the column, in the reader's language. */
  heading: string;
  kind: ColumnKind;
  /** How wide it is drawn, in digits of the sheet's font. */
  width: number;
}

/** A rectangle of cells: every row has one cell a column. */
export interface Table {
  name: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
}

/** A column and how its cell is read from what the row is about. */
export interface Field<About> {
  key: string;
  kind: ColumnKind;
  width: number;
  cell(about: About): Cell;
}
