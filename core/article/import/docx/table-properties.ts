import type { Cell, Row } from './flow';
import { childOf, numberOf, type PropertyTree, settingOf, switchOf } from './property-tree';
import type { Reading } from './reading';
import { changesIn } from './tracked';

/** HTML's bounds, which the article's schema shares. */
const MOST_COLUMNS = 1000;

/** ECMA-376 part 1, 17.4.81. */
export function rowProperties(row: Row, tree: PropertyTree, reading: Reading): void {
  row.header = switchOf(tree, 'w:tblHeader') ?? false;
  row.before = Math.min(Math.max(numberOf(tree, 'w:gridBefore') ?? 0, 0), MOST_COLUMNS);
  row.gone = reading.marked(changesIn(tree));
}

/** ECMA-376 part 1, 17.4.69. A merge without a value goes on with the cell before. */
export function cellProperties(cell: Cell, tree: PropertyTree, reading: Reading): void {
  cell.columns = Math.min(Math.max(numberOf(tree, 'w:gridSpan') ?? 1, 1), MOST_COLUMNS);
  if (childOf(tree, 'w:vMerge')) cell.merge = settingOf(tree, 'w:vMerge') === 'restart' ? 'begins' : 'goes-on';
  cell.joinsLeft = childOf(tree, 'w:hMerge') !== null && settingOf(tree, 'w:hMerge') !== 'restart';
  cell.gone = reading.marked(changesIn(tree));
}
