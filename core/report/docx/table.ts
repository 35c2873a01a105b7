import type { Node } from 'prosemirror-model';
import type { Direction } from './direction';
import { filler } from './paragraph';
import type { GridCell, GridRow } from './table-grid';

/** The width of the words on a page, in twentieths of a point: A4 less its margins. */
export const TEXT_WIDTH = 9070;
/** No column is narrower than its share by more than this. */
const LEAST_SHARE = 0.5;

/** A table (ECMA-376 part 1, 17.4) on its grid; `content` gives the blocks of a cell at a ProseMirror position. */
export function tableXml(
  { columns, rows }: { columns: number; rows: readonly GridRow[] },
  direction: Direction,
  indent: number,
  content: (cell: Node, pos: number) => string,
): string {
  const widths = widthsOf(columns, rows, TEXT_WIDTH - indent);
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const properties = `<w:tblPr><w:tblStyle w:val="StetTable"/>${direction === 'rtl' ? '<w:bidiVisual/>' : ''}<w:tblW w:w="${TEXT_WIDTH - indent}" w:type="dxa"/>${indent ? `<w:tblInd w:w="${indent}" w:type="dxa"/>` : ''}<w:tblLook w:val="0000"/></w:tblPr>`;
  const drawn = rows.map((row, index) => {
    const isHead = row.header && rows.slice(0, index).every(({ header }) => header);
    let column = 0;
    const cells = row.cells.map((cell) => {
      const width = widths.slice(column, column + cell.columns).reduce((sum, one) => sum + one, 0);
      column += cell.columns;
      return cellXml(cell, width, content);
    });
    return `<w:tr>${rowProperties(isHead, row.after)}${cells.join('')}</w:tr>`;
  });
  return `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${drawn.join('')}</w:tbl>`;
}

function rowProperties(isHead: boolean, after: number): string {
  const xml = `${after > 0 ? `<w:gridAfter w:val="${after}"/>` : ''}${isHead ? '<w:tblHeader/>' : ''}`;
  return xml && `<w:trPr>${xml}</w:trPr>`;
}

function cellXml(
  { node, pos, columns, merge, header }: GridCell,
  width: number,
  content: (cell: Node, pos: number) => string,
) {
  const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
  const merged = merge && `<w:vMerge${merge === 'restart' ? ' w:val="restart"' : ''}/>`;
  const shade = header ? '<w:shd w:val="clear" w:color="auto" w:fill="F5F6F4"/>' : '';
  const blocks = node ? content(node, pos) : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merged ?? ''}${shade}</w:tcPr>${blocks}${blocks.endsWith('</w:p>') ? '' : filler}</w:tc>`;
}

/** Columns as wide as the longest words in them ask for, within reason: a column of numbers needs less than one of sentences. */
function widthsOf(columns: number, rows: readonly GridRow[], whole: number): number[] {
  const longest = new Array<number>(columns).fill(1);
  for (const { cells } of rows) {
    let column = 0;
    for (const { node, columns: span } of cells) {
      if (node && span === 1) longest[column] = Math.max(longest[column]!, Math.sqrt(node.textContent.length));
      column += span;
    }
  }
  const sum = longest.reduce((one, other) => one + other, 0);
  const shares = longest.map((length) => Math.max(length / sum, LEAST_SHARE / columns));
  const all = shares.reduce((one, other) => one + other, 0);
  return shares.map((share) => Math.floor((whole * share) / all));
}
