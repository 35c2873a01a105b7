import { type Marks, marksBetween } from './state';

/** A stretch of the article under the same marks from end to end. `members` are indexes into the state's arrays, upper lane first. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly members: readonly number[];
}

/**
 * The marked places between two positions, cut wherever a mark begins or ends: in order, without overlap, together exactly the
 * union of the marks there, each naming exactly the marks that cover it. Marks that cross `from` or `to` are cut there.
 */
export function segmentsBetween(state: Marks, from: number, to: number): Segment[] {
  const found = marksBetween(state, from, to);
  const cuts = new Set<number>();
  for (const index of found) {
    cuts.add(Math.max(from, state.from[index]!));
    cuts.add(Math.min(to, state.to[index]!));
  }
  const edges = Int32Array.from(cuts).sort();
  const segments: Segment[] = [];
  let next = 0;
  let open: number[] = [];
  for (let edge = 0; edge + 1 < edges.length; edge++) {
    const start = edges[edge]!;
    open = open.filter((index) => state.to[index]! > start);
    while (next < found.length && state.from[found[next]!]! <= start) open.push(found[next++]!);
    if (open.length === 0) continue;
    const members = open.length === 1 ? [...open] : [...open].sort((a, b) => state.lane[a]! - state.lane[b]!);
    segments.push({ from: start, to: edges[edge + 1]!, members });
  }
  return segments;
}
