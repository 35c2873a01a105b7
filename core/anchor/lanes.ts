/**
 * Gives each range a lane, so that underlines of overlapping ranges lie under one another: a range keeps one lane for its whole
 * length, and the one that starts first (of those that start together, the longest) has the upper one, 0.
 * `from`, `to` are positions in any one unit; the result is in the order of `ranges`. O(n log n + n · lanes).
 */
export function lanesOf(ranges: readonly { from: number; to: number }[]): number[] {
  const lanes = new Array<number>(ranges.length).fill(0);
  const order = ranges
    .map((_, index) => index)
    .sort((a, b) => ranges[a]!.from - ranges[b]!.from || ranges[b]!.to - ranges[a]!.to || a - b);
  const ends: number[] = [];
  for (const index of order) {
    const range = ranges[index]!;
    let lane = ends.findIndex((end) => end <= range.from);
    if (lane === -1) lane = ends.length;
    ends[lane] = range.to;
    lanes[index] = lane;
  }
  return lanes;
}
