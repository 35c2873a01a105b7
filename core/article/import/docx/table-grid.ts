import type { Cell, Flow, Table } from './flow';

/** A cell as the article has it: one for all the cells of a document that are merged. */
export interface MergedCell {
  readonly header: boolean;
  readonly flows: Flow[];
  /** What tracked changes took away beside it: read for the places of comments alone. */
  readonly gone: Flow[];
  columns: number;
  rows: number;
}

/** Browsers read no more. */
const MOST_ROWS = 65_534;

/**
 * The rows of a table with merged cells made one (ECMA-376 part 1, 17.4.17 and 17.4.84). Words in cells that a merge hides are
 * kept with the cell that shows. A row of which nothing is left goes; the cells that it was a part of are a row less high.
 */
export function gridOf(table: Table): MergedCell[][] {
  const rows: MergedCell[][] = [];
  let open = new Map<number, MergedCell>();
  let gone: Flow[] = [];
  for (const row of table.rows) {
    if (row.gone) {
      gone.push(...row.cells.map(({ flow }) => flow));
      continue;
    }
    const cells: MergedCell[] = [];
    const next = new Map<number, MergedCell>();
    let column = row.before;
    let left: MergedCell | null = null;
    for (const cell of row.cells) {
      if (cell.gone) {
        gone.push(cell.flow);
        continue;
      }
      const above = cell.merge === 'goes-on' ? open.get(column) : undefined;
      if (cell.joinsLeft && left) {
        left.columns = Math.min(left.columns + cell.columns, 1000);
        left.flows.push(cell.flow);
      } else if (above) {
        left = goOn(above, cell);
        next.set(column, above);
      } else {
        left = { header: row.header, flows: [cell.flow], gone, columns: cell.columns, rows: 1 };
        gone = [];
        cells.push(left);
        if (cell.merge !== null) next.set(column, left);
      }
      column += cell.columns;
    }
    if (cells.length > 0) rows.push(cells);
    else for (const merged of next.values()) merged.rows--;
    open = next;
  }
  rows
    .at(-1)
    ?.at(-1)
    ?.gone.push(...gone);
  return rows;
}

function goOn(above: MergedCell, cell: Cell): MergedCell {
  above.rows = Math.min(above.rows + 1, MOST_ROWS);
  above.flows.push(cell.flow);
  return above;
}
