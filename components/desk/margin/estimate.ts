import type { MarginItem } from './items';

/** The heights of a note's head and of a line of its reason, in rem, as margin.css draws them. */
const HEAD = 1.94;
const LINE = 1.07;
/** A reason of so many characters fits one line of the margin. */
const LINE_CHARACTERS = 62;
/** A note shows at most so many lines. */
const LINES = 2;

/** How tall a note will be, in rem, before it was ever on the page. */
export function estimatedHeight(item: MarginItem): number {
  if (item.kind !== 'claim') return HEAD + LINE;
  const { length } = item.claim.rationale ?? item.claim.verdict ?? '';
  return HEAD + Math.min(LINES, Math.ceil(length / LINE_CHARACTERS)) * LINE;
}

/** The index of the first of some rising tops that is not above `y`; their number when all are. */
export function firstAtOrBelow(tops: readonly number[], y: number): number {
  let low = 0;
  let high = tops.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tops[middle]! < y) low = middle + 1;
    else high = middle;
  }
  return low;
}
