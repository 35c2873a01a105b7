import type { Node } from 'prosemirror-model';

/** Word takes a document with more columns in a table for a damaged one. */
const MOST_COLUMNS = 63;

/** A cell as Word has it: a cell of several rows is one that begins and, in each row below, one that goes on. */
export interface GridCell {
  /** Null where a cell from above goes on, and where no cell is. */
  readonly node: Node | null;
  /** The ProseMirror position before the cell. */
  readonly pos: number;
  readonly columns: number;
  readonly merge: 'restart' | 'continue' | null;
  readonly header: boolean;
}

export interface GridRow {
  readonly cells: GridCell[];
  /** Columns that the row leaves empty at its end. */
  readonly after: number;
  readonly header: boolean;
}

interface Spanned {
  readonly node: Node;
  readonly pos: number;
  readonly row: number;
  readonly rows: number;
  readonly left: number;
  readonly right: number;
}

/**
 * The rows of a table on one grid, as HTML lays them out: each cell in the first free columns, a `rowspan` of 0 to the last row.
 * Columns that no cell begins or ends at are none. Null for more than MOST_COLUMNS.
 */
export function gridOf(table: Node, at: number): { columns: number; rows: GridRow[] } | null {
  const cells = laidOut(table, at);
  const edges = [...new Set([0, ...cells.flatMap(({ left, right }) => [left, right])])].sort((a, b) => a - b);
  const columns = edges.length - 1;
  if (columns > MOST_COLUMNS) return null;
  const column = new Map(edges.map((edge, index) => [edge, index]));
  const rows: Spanned[][] = Array.from({ length: rowsOf(table).length }, () => []);
  for (const cell of cells) for (let row = cell.row; row < cell.row + cell.rows; row++) rows[row]!.push(cell);
  return {
    columns,
    rows: rows.map((spanned, row) => {
      const inOrder = spanned.sort((a, b) => a.left - b.left);
      const ends = inOrder.at(-1)?.right;
      const own = inOrder.filter((cell) => cell.row === row);
      return {
        cells: inOrder.flatMap((cell, index) => {
          const [left, right] = [column.get(cell.left)!, column.get(cell.right)!];
          const gap = left - column.get(inOrder[index - 1]?.right ?? 0)!;
          return gap > 0 ? [hole(gap), gridCell(cell, row, right - left)] : [gridCell(cell, row, right - left)];
        }),
        after: ends === undefined ? columns : columns - column.get(ends)!,
        header: own.length > 0 && own.every(({ node }) => isHeader(node)),
      };
    }),
  };
}

function gridCell({ node, pos, row: first, rows }: Spanned, row: number, columns: number): GridCell {
  const header = isHeader(node);
  if (row > first) return { node: null, pos, columns, merge: 'continue', header };
  return { node, pos, columns, merge: rows > 1 ? 'restart' : null, header };
}

/** Columns between two cells of a row that none of its cells fills. */
function hole(columns: number): GridCell {
  return { node: null, pos: 0, columns, merge: null, header: false };
}

function isHeader(cell: Node): boolean {
  return cell.type.name === 'table_header';
}

function rowsOf(table: Node): Node[] {
  return table.children.filter(({ type }) => type.name === 'table_row');
}

function laidOut(table: Node, at: number): Spanned[] {
  const cells: Spanned[] = [];
  /** The cells from above that still go on, by their columns. */
  let open: Spanned[] = [];
  const count = rowsOf(table).length;
  let row = 0;
  table.forEach((child, offset) => {
    if (child.type.name !== 'table_row') return;
    open = open.filter((cell) => cell.row + cell.rows > row).sort((a, b) => a.left - b.left);
    let left = 0;
    let next = 0;
    const begun: Spanned[] = [];
    child.forEach((node, inner) => {
      const { colspan, rowspan } = node.attrs;
      while (next < open.length && open[next]!.left < left + 1) left = Math.max(left, open[next++]!.right);
      // A cell is cut short where one from above stands in its way: HTML would lay one over the other.
      const right = Math.min(left + colspan, open[next]?.left ?? Number.MAX_SAFE_INTEGER);
      const rows = Math.min(rowspan === 0 ? count : rowspan, count - row);
      begun.push({ node, pos: at + 1 + offset + 1 + inner, row, rows, left, right });
      left = right;
    });
    cells.push(...begun);
    open.push(...begun.filter(({ rows }) => rows > 1));
    row++;
  });
  return cells;
}
