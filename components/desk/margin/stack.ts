/** A note of the margin, as the stacking sees it. Lengths and positions are CSS pixels from the margin's top. */
export interface Stacked {
  /** The line of the words it is about: where its top would be if it were alone. */
  line: number;
  /** How tall it is when it shows its reason. */
  height: number;
  /** How tall it is as a one-liner. */
  compactHeight: number;
  /** Its verdict waits for a recheck: it folds to one line after all the others. */
  stale: boolean;
}

export interface StackInput {
  /** In the order in which they stand in the margin, which is that of their lines. */
  notes: readonly Stacked[];
  /** The card: where it would stand, and its height. It is the note at `index`, whose own heights are not used. */
  active: { index: number; top: number; height: number } | null;
  /** Space kept between two notes. */
  gap: number;
  /** No note stands above this. */
  min: number;
}

export interface StackOutput {
  tops: number[];
  compact: boolean[];
}

/**
 * How much farther from its line than the crowd forces it a note may be before one of its neighbours folds: about one line of
 * the article, since the eye still finds the pair at that distance.
 */
const STRAY = 34;

/**
 * Places the notes of the margin beside their lines.
 *
 * No two overlap and their order is kept. Among all such arrangements the tops are the ones with the least sum of squared
 * distances to the notes' lines (pool adjacent violators: Barlow et al. 1972), the card being fixed where it is put and `min`
 * being the ceiling. Where open notes would push one another more than `STRAY` pixels farther than folded ones would, notes
 * fold to one line until they do not: those nearest the card first (without a card, nearest the middle of their crowd), stale
 * ones last. The card moves down from `active.top` only if the folded notes above it have no room otherwise.
 */
export function stack({ notes, active, gap, min }: StackInput): StackOutput {
  const compact = notes.map(() => false);
  const tops = new Array<number>(notes.length).fill(min);
  if (!active) {
    settle({ notes, from: 0, to: notes.length, gap, floor: min, ceiling: Number.POSITIVE_INFINITY, tops, compact });
    return { tops, compact };
  }
  let above = min;
  for (const note of notes.slice(0, active.index)) above += note.compactHeight + gap;
  const top = Math.max(active.top, above);
  tops[active.index] = top;
  const side = { notes, gap, tops, compact };
  settle({ ...side, from: 0, to: active.index, floor: min, ceiling: top - gap, card: active.index });
  settle({
    ...side,
    from: active.index + 1,
    to: notes.length,
    floor: top + active.height + gap,
    ceiling: Number.POSITIVE_INFINITY,
    card: active.index,
  });
  return { tops, compact };
}

interface Side {
  notes: readonly Stacked[];
  from: number;
  to: number;
  gap: number;
  floor: number;
  /** The lowest edge that a note may reach. */
  ceiling: number;
  card?: number;
  tops: number[];
  compact: boolean[];
}

/** Places the notes `from` to `to` between two edges, folding as few as it takes. Writes `tops` and `compact`. */
function settle(side: Side) {
  const { notes, from, to, tops, compact } = side;
  if (from >= to) return;
  const folded = spread(side, () => true).map((top, i) => Math.abs(top - notes[from + i]!.line));
  for (;;) {
    const placed = spread(side, (i) => compact[i]!);
    const excess = placed.map((top, i) => Math.abs(top - notes[from + i]!.line) - folded[i]! - STRAY);
    let changed = false;
    for (const crowd of crowds(side, placed)) {
      const worst = Math.max(...excess.slice(crowd.from - from, crowd.to - from));
      // No fold brings a note closer by more than it frees itself, so as many as this are needed at least.
      const most = gain(side, crowd);
      for (let left = worst > 0 ? Math.ceil(worst / most) : 0; left > 0; left--) {
        const next = nextToFold(side, crowd);
        if (next === null) break;
        compact[next] = true;
        changed = true;
      }
    }
    if (!changed && !fits(side, placed)) {
      const next = nextToFold(side, { from, to });
      if (next !== null) {
        compact[next] = true;
        changed = true;
      }
    }
    if (!changed) {
      for (let i = from; i < to; i++) tops[i] = placed[i - from]!;
      return;
    }
  }
}

/** Whether the last note ends above the ceiling and the first one starts below the floor. */
function fits(side: Side, placed: readonly number[]): boolean {
  const last = side.to - 1;
  return placed[0]! >= side.floor - 0.01 && placed[last - side.from]! + heightOf(side, last) <= side.ceiling + 0.01;
}

function heightOf({ notes, compact }: Side, index: number): number {
  const note = notes[index]!;
  return compact[index] ? note.compactHeight : note.height;
}

/** Runs of notes that touch one another. */
function crowds(side: Side, placed: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (let i = side.from; i < side.to; i++) {
    const run = runs.at(-1);
    const touches =
      i > side.from && placed[i - side.from]! - placed[i - 1 - side.from]! < heightOf(side, i - 1) + side.gap + 0.01;
    if (run && touches) run.to = i + 1;
    else runs.push({ from: i, to: i + 1 });
  }
  return runs;
}

/** The most that folding one open note of a crowd frees; never 0. */
function gain({ notes, compact }: Side, crowd: { from: number; to: number }): number {
  let most = 1;
  for (let i = crowd.from; i < crowd.to; i++)
    if (!compact[i]) most = Math.max(most, notes[i]!.height - notes[i]!.compactHeight);
  return most;
}

/** Which open note of a crowd folds next, or null when all are folded. */
function nextToFold({ notes, compact, card }: Side, crowd: { from: number; to: number }): number | null {
  const centre = card ?? (crowd.from + crowd.to - 1) / 2;
  let best: number | null = null;
  const order = (i: number) => (notes[i]!.stale ? 1e6 : 0) + Math.abs(i - centre);
  for (let i = crowd.from; i < crowd.to; i++) {
    if (compact[i] || notes[i]!.compactHeight >= notes[i]!.height) continue;
    if (best === null || order(i) < order(best)) best = i;
  }
  return best;
}

/**
 * The tops of least squared distance for given heights: an isotonic regression of `line` less the room that the notes before
 * take, clamped to the edges (clamping an isotonic regression gives the bounded one).
 */
function spread(side: Side, isCompact: (index: number) => boolean): number[] {
  const { notes, from, to, gap, floor, ceiling } = side;
  const before: number[] = [];
  let room = 0;
  const pools: { sum: number; count: number }[] = [];
  for (let i = from; i < to; i++) {
    const note = notes[i]!;
    before.push(room);
    let pool = { sum: note.line - room, count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
    }
    pools.push(pool);
    room += (isCompact(i) ? note.compactHeight : note.height) + gap;
  }
  const highest = ceiling - (room - gap);
  const tops: number[] = [];
  for (const { sum, count } of pools) {
    const place = Math.max(floor, Math.min(highest, sum / count));
    for (let i = 0; i < count; i++) tops.push(place + before[tops.length]!);
  }
  return tops;
}

/** The part of the scroller that shows now, in the margin's coordinates. */
export interface Window {
  top: number;
  bottom: number;
}

/** Space that an open card keeps from the window's edges. */
const EDGE = 14;

/** The height that a card may take before it scrolls inside: three quarters of the window, at least 440 where the window has it. */
export function cardCap(windowHeight: number): number {
  return Math.max(160, Math.min(Math.max(440, windowHeight * 0.75), windowHeight - 2 * EDGE));
}

/**
 * Where the card stands: with its head on its words' line, moved only as far as the window needs to show all of it, and only
 * while its line is in view (a card that was scrolled away stays with its words).
 */
export function cardTop(line: number, height: number, window: Window): number {
  const top = line - 8;
  if (line <= window.top || line >= window.bottom) return top;
  return Math.max(window.top + EDGE, Math.min(top, window.bottom - EDGE - height));
}
