import type { StepMap } from 'prosemirror-transform';
import type { Range } from './range';

/**
 * Maps one range by the rule of `mapThrough`. Null when nothing lies between its ends any more; whether what does is a character
 * or the boundary of a block is for whoever has the document to tell (`mapThrough` does).
 */
export function mapRange(map: StepMap, { from, to }: Range): Range | null {
  let head: 1 | -1 = 1;
  let tail: 1 | -1 = -1;
  map.forEach((start, end) => {
    if (start === end || start < from || end > to) return;
    if (start === from) head = -1;
    if (end === to) tail = 1;
  });
  const moved = { from: map.map(from, head), to: map.map(to, tail) };
  return moved.from < moved.to ? moved : null;
}
