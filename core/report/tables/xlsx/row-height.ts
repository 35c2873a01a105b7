import type { Cell, Column } from '../table';

/** Points of one line of the sheet's font, and the most that a row may be high. */
const LINE = 15;
const TALLEST = 409;

/**
 * How high a row has to be, in points, for its words to be read without opening a cell, as far as a row may be so high. It is an
 * estimate: some programs lay a row out anew when they open it, others draw it as high as it is said to be.
 */
export function rowHeight(cells: readonly Cell[], columns: readonly Column[]): number {
  let lines = 1;
  cells.forEach((cell, index) => {
    if (typeof cell === 'string') lines = Math.max(lines, linesOf(cell, columns[index]!.width));
  });
  return Math.min(TALLEST, lines * LINE);
}

function linesOf(text: string, width: number): number {
  if (text.length <= width && !text.includes('\n')) return wide(text) > width ? 2 : 1;
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(wide(line) / width)), 0);
}

/** How many digits' room the characters take: those of Chinese, Japanese and Korean two each. */
function wide(text: string): number {
  return (
    text.length + (text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g)?.length ?? 0)
  );
}
