import { describe, expect, it } from 'vitest';
import { articleSchema } from '@/core/article/schema';
import { gridOf } from './table-grid';

const { nodes } = articleSchema;

/** A table of rows of cells, each `colspan x rowspan` with its words; `!` makes a heading of it. */
function table(...rows: string[][]) {
  return nodes.table.create(
    null,
    rows.map((cells) =>
      nodes.table_row.create(
        null,
        cells.map((cell) => {
          const [, head, words, colspan = '1', rowspan = '1'] = /^(!?)(\w+)(?: (\d+)x(\d+))?$/.exec(cell)!;
          const type = head ? nodes.table_header : nodes.table_cell;
          const content = nodes.paragraph.create(null, articleSchema.text(words!));
          return type.create({ colspan: Number(colspan), rowspan: Number(rowspan) }, content);
        }),
      ),
    ),
  );
}

/** Each row as its cells: words, `^` where one from above goes on, `.` where none is; how many columns; what is left at the end. */
function drawn(of: ReturnType<typeof table>): string[] | undefined {
  const grid = gridOf(of, 0);
  return grid?.rows.map(({ cells, after }) => {
    const parts = cells.map(({ node, merge, columns }) => {
      const words = node?.textContent ?? (merge === 'continue' ? '^' : '.');
      return columns === 1 ? words : `${words}*${columns}`;
    });
    return [...parts, ...(after > 0 ? [`-${after}`] : [])].join(' ');
  });
}

describe('a table on a grid', () => {
  it.each([
    ['cells beside one another', table(['a', 'b'], ['c', 'd']), ['a b', 'c d']],
    ['a cell of two columns', table(['a 2x1'], ['b', 'c']), ['a*2', 'b c']],
    ['a cell of two rows', table(['a 1x2', 'b'], ['c']), ['a b', '^ c']],
    ['a cell of two rows at the end', table(['a', 'b 1x2'], ['c']), ['a b', 'c ^']],
    ['a cell to the last row', table(['a 1x0', 'b'], ['c'], ['d']), ['a b', '^ c', '^ d']],
    ['a cell of more rows than there are', table(['a 1x9', 'b'], ['c']), ['a b', '^ c']],
    ['a cell of both', table(['a 2x2', 'b'], ['c'], ['d', 'e', 'f']), ['a*2 b', '^*2 c', 'd e f']],
    ['a short row', table(['a', 'b', 'c'], ['d']), ['a b c', 'd -2']],
    ['a row that stops before a cell from above', table(['a', 'b', 'c 1x2'], ['d']), ['a b c', 'd . ^']],
    ['a cell in the way of one from above', table(['a', 'b 1x2'], ['c 2x1']), ['a b', 'c ^']],
    ['columns that none begins at', table(['a 1000x1', 'b 500x1']), ['a b']],
  ])('has %s', (_, of, expected) => {
    expect(drawn(of)).toEqual(expected);
  });

  it('knows rows of headings alone', () => {
    const grid = gridOf(table(['!a', '!b'], ['!c', 'd']), 0)!;
    expect(grid.rows.map(({ header }) => header)).toEqual([true, false]);
  });

  it('says where each cell stands', () => {
    const of = table(['a', 'bc'], ['d']);
    const { rows } = gridOf(of, 7)!;
    // The table stands at 7, so that what is in it is counted from 8.
    for (const { node, pos } of rows.flatMap(({ cells }) => cells)) expect(of.nodeAt(pos - 8)).toBe(node);
  });

  it('is none with more columns than Word has', () => {
    const row = (count: number) => Array.from({ length: count }, () => 'a');
    expect(drawn(table(row(63)))).toBeDefined();
    expect(drawn(table(row(64)))).toBeUndefined();
  });
});
