import { lanesOf } from '@/core/anchor/lanes';
import type { TextBlock } from '@/core/article/text';
import type { Colour } from '@/core/claim/scale';
import type { Extent } from '../claim-mark';

/** Lengths are pixels of the strip. */
export const STRIP = {
  width: 60,
  /** Where a line of text begins, and how wide a full one is. */
  left: 16,
  line: 34,
  top: 18,
  foot: 12,
  /** From one line to the next, and what a block leaves free below itself. Both shrink together in a long article. */
  pitch: 12.4,
  gap: 8,
  bar: 2,
  mark: 4,
  /** Lines closer than this are drawn as one row. */
  row: 4,
} as const;

export interface StripInput {
  readonly blocks: readonly TextBlock[];
  readonly marks: readonly (Extent & { readonly colour: Colour | null })[];
  /** The index of a block that repeats an earlier one, to the index of that one. */
  readonly repeated: ReadonlyMap<number, number>;
  readonly height: number;
  /** Characters on a full line of the article; an estimate is enough. */
  readonly lineLength: number;
  readonly rightToLeft: boolean;
}

type MarkColour = Colour | 'none';

/** The drawing, as SVG path data, and where each block is in it. */
export interface Strip {
  readonly tops: Float64Array;
  readonly bottoms: Float64Array;
  readonly lines: string;
  readonly marks: readonly { colour: MarkColour; repeated: boolean; path: string }[];
  readonly brackets: string;
}

/**
 * An article at a glance: a bar a line, verdict colours where it is marked, brackets that tie what is said twice. Drawn from the
 * lengths of the blocks, not measured, so that it costs the same wherever a person has scrolled. In a long article lines share
 * rows: the number of shapes is bounded by the strip's height, not by the article.
 */
export function stripOf(input: StripInput): Strip {
  const { blocks, lineLength } = input;
  const counts = blocks.map((block) => Math.max(1, Math.ceil((block.end - block.start) / lineLength)));
  const natural = counts.reduce((sum, count) => sum + count * STRIP.pitch + STRIP.gap, 0) || 1;
  const scale = Math.min(1, Math.max(0, input.height - STRIP.top - STRIP.foot) / natural);
  const tops = new Float64Array(blocks.length);
  const bottoms = new Float64Array(blocks.length);
  let y: number = STRIP.top;
  counts.forEach((count, index) => {
    tops[index] = y;
    y += count * STRIP.pitch * scale;
    bottoms[index] = y;
    y += STRIP.gap * scale;
  });
  const rows = new Rows(STRIP.pitch * scale, input.rightToLeft);
  blocks.forEach((block, index) => {
    const length = block.end - block.start;
    for (let line = 0; line < counts[index]!; line++) {
      const end = Math.min(1, (length - line * lineLength) / lineLength);
      rows.bar(tops[index]! + line * rows.pitch, end);
    }
  });
  drawMarks(input, tops, rows);
  return {
    tops,
    bottoms,
    lines: rows.lines(),
    marks: rows.marks(),
    brackets: bracketsOf(input.repeated, tops, bottoms),
  };
}

function drawMarks({ blocks, marks, repeated, lineLength }: StripInput, tops: Float64Array, rows: Rows) {
  const lanes = lanesOf(marks);
  const shared = sharing(marks);
  marks.forEach((mark, index) => {
    for (let at = blockAt(blocks, mark.from); at < blocks.length && blocks[at]!.from < mark.to; at++) {
      const block = blocks[at]!;
      const start = Math.max(0, mark.from - block.from);
      const end = Math.min(block.to, mark.to) - block.from;
      for (let line = Math.floor(start / lineLength); line * lineLength < end; line++) {
        const from = Math.max(0, start / lineLength - line);
        const to = Math.min(1, end / lineLength - line);
        const lane = shared[index] ? Math.min(lanes[index]!, 1) : null;
        rows.mark(tops[at]! + line * rows.pitch, from, to, mark.colour ?? 'none', repeated.has(at), lane);
      }
    }
  });
}

/**
 * Collects what stands in each row and writes it down once. Where lines share a row, places on a line say nothing any more: the
 * row then shows how much of it is marked in which colour, side by side.
 */
class Rows {
  private readonly bars = new Map<number, number>();
  private readonly linesIn = new Map<number, number>();
  private readonly shares = new Map<number, Map<MarkColour, number>>();
  private readonly groups = new Map<string, { colour: MarkColour; repeated: boolean; path: string }>();
  private readonly coarse: boolean;

  constructor(
    readonly pitch: number,
    private readonly rightToLeft: boolean,
  ) {
    this.coarse = pitch < STRIP.row;
  }

  bar(top: number, end: number) {
    const y = this.rowOf(top);
    this.bars.set(y, Math.max(this.bars.get(y) ?? 0, end));
    this.linesIn.set(y, (this.linesIn.get(y) ?? 0) + 1);
  }

  /** `from`, `to` are parts of a line. A lane halves the mark's height, so that two claims on one line both show. */
  mark(top: number, from: number, to: number, colour: MarkColour, repeated: boolean, lane: number | null) {
    if (this.coarse) {
      const y = this.rowOf(top);
      const share = this.shares.get(y) ?? new Map<MarkColour, number>();
      this.shares.set(y, share.set(colour, (share.get(colour) ?? 0) + to - from));
    } else {
      const y = lane === null ? top - 1 : top - 1 + lane * 2.4;
      this.draw(colour, repeated, this.rectangle(y, from, to, lane === null ? STRIP.mark : STRIP.bar));
    }
  }

  lines(): string {
    return [...this.bars].map(([y, end]) => this.rectangle(y, 0, end, this.coarse ? 1 : STRIP.bar)).join('');
  }

  marks(): Strip['marks'] {
    for (const [y, share] of this.shares) {
      const whole = Math.max(this.linesIn.get(y) ?? 1, sum(share.values()));
      let from = 0;
      for (const [colour, amount] of [...share].sort(([a], [b]) => a.localeCompare(b))) {
        const to = from + amount / whole;
        this.draw(colour, false, this.rectangle(y - 1, from, to, 3));
        from = to;
      }
    }
    return [...this.groups.values()];
  }

  private draw(colour: MarkColour, repeated: boolean, shape: string) {
    const key = `${colour} ${repeated}`;
    const group = this.groups.get(key);
    if (group) group.path += shape;
    else this.groups.set(key, { colour, repeated, path: shape });
  }

  private rowOf(top: number): number {
    return this.coarse ? Math.floor(top / STRIP.row) * STRIP.row : top;
  }

  private rectangle(y: number, from: number, to: number, height: number): string {
    const width = Math.max(1.5, (to - from) * STRIP.line);
    const start = Math.min(from * STRIP.line, STRIP.line - width);
    const x = this.rightToLeft ? STRIP.width - STRIP.left - start - width : STRIP.left + start;
    return `M${round(x)} ${round(y)}h${round(width)}v${height}h${round(-width)}z`;
  }
}

/** Brackets at the strip's edge: one around each run of blocks that stands again as a run, one around each of its repeats. */
function bracketsOf(repeated: ReadonlyMap<number, number>, tops: Float64Array, bottoms: Float64Array): string {
  const runs: { first: number; later: number; length: number }[] = [];
  for (const [later, first] of [...repeated].sort(([a], [b]) => a - b)) {
    const run = runs.at(-1);
    if (run && run.later + run.length === later && run.first + run.length === first) run.length++;
    else runs.push({ first, later, length: 1 });
  }
  const bracket = (start: number, length: number) =>
    `M6 ${round(tops[start]!)}H3.5V${round(bottoms[start + length - 1]!)}H6`;
  return runs.map(({ first, later, length }) => bracket(first, length) + bracket(later, length)).join('');
}

/** Whether each range covers a place that another covers too. */
function sharing(ranges: readonly Extent[]): boolean[] {
  const shared = new Array<boolean>(ranges.length).fill(false);
  const order = ranges.map((_, index) => index).sort((a, b) => ranges[a]!.from - ranges[b]!.from);
  let furthest = -1;
  for (const index of order) {
    const reach = ranges[furthest]?.to ?? -1;
    if (ranges[index]!.from < reach) {
      shared[index] = true;
      shared[furthest] = true;
    }
    if (ranges[index]!.to > reach) furthest = index;
  }
  return shared;
}

/** The index of the first block that ends after a position. */
function blockAt(blocks: readonly TextBlock[], pos: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (blocks[middle]!.to <= pos) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
