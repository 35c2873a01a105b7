import type { Node } from 'prosemirror-model';

/** A cell of a table with its place in the grid, from 0. `at` is the position before it. */
export interface PlacedCell {
  node: Node;
  at: number;
  x: number;
  y: number;
  colspan: number;
  rowspan: number;
}

export interface TableGrid {
  columns: number;
  rows: number;
  /** How many rows at the top hold header cells alone: they are repeated on every page. */
  headers: number;
  cells: PlacedCell[];
}

/**
 * Where a table's cells stand, as HTML places them ("Forming a table"): a cell takes the next free slot of its row. Spans are cut to
 * what is there, so that no cell overlaps another, leaves the table, or reaches out of the headers; columns in which no cell begins
 * are none. `at` is the position before the table.
 */
export function tableGrid(table: Node, at: number): TableGrid {
  const rows: { node: Node; at: number }[] = [];
  table.forEach((row, offset) => {
    if (row.type.name === 'table_row') rows.push({ node: row, at: at + 1 + offset });
  });
  const headers = headerRows(rows.map(({ node }) => node));
  const taken: Set<number>[] = rows.map(() => new Set());
  const cells: PlacedCell[] = [];
  rows.forEach((row, y) => {
    let x = 0;
    row.node.forEach((node, offset) => {
      while (taken[y]!.has(x)) x++;
      const end = y < headers ? headers : rows.length;
      const wanted = node.attrs.rowspan === 0 ? end - y : node.attrs.rowspan;
      const rowspan = Math.min(wanted, end - y);
      const colspan = freeSlots(taken[y]!, x, node.attrs.colspan);
      for (let below = y; below < y + rowspan; below++)
        for (let beside = x; beside < x + colspan; beside++) taken[below]!.add(beside);
      cells.push({ node, at: row.at + 1 + offset, x, y, colspan, rowspan });
      x += colspan;
    });
  });
  return { ...withoutEmptyColumns(cells), rows: rows.length, headers };
}

/** Never all rows: headers of nothing are its content. */
function headerRows(rows: readonly Node[]): number {
  const first = rows.findIndex((row) => row.children.some((cell) => cell.type.name !== 'table_header'));
  return first === -1 ? 0 : first;
}

function freeSlots(taken: ReadonlySet<number>, from: number, wanted: number): number {
  let free = 1;
  while (free < wanted && !taken.has(from + free)) free++;
  return free;
}

function withoutEmptyColumns(cells: readonly PlacedCell[]): Pick<TableGrid, 'cells' | 'columns'> {
  const begun = [...new Set(cells.map(({ x }) => x))].sort((a, b) => a - b);
  const column = new Map(begun.map((x, index) => [x, index]));
  const before = (x: number) => begun.filter((one) => one < x).length;
  return {
    columns: Math.max(1, begun.length),
    cells: cells.map((cell) => {
      const x = column.get(cell.x)!;
      return { ...cell, x, colspan: Math.max(1, before(cell.x + cell.colspan) - x) };
    }),
  };
}
