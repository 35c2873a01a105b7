/** The bar's field in SVG units; the column is as wide in pixels, so nothing is stretched on a desk's screen. */
export const BAR_WIDTH = 208;
const GAP = 2;
/** The least that one part is wide, so that a single claim among hundreds is seen. */
const LEAST = 4;

/** Where each part of a bar begins and how wide it is, in proportion to the counts; parts never overlap and fill the whole. */
export function barParts(counts: readonly number[], width = BAR_WIDTH): { x: number; width: number }[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const room = width - GAP * Math.max(0, counts.length - 1);
  const spare = room - LEAST * counts.length;
  let x = 0;
  return counts.map((count) => {
    const part = { x, width: LEAST + (total === 0 ? 0 : (spare * count) / total) };
    x += part.width + GAP;
    return part;
  });
}
