import type { Mapping, StepMap } from 'prosemirror-transform';
import { lanesOf } from '@/core/anchor/lanes';
import { mapRange } from '@/core/anchor/map-range';
import type { ActiveMark, ClaimMark, Extent } from '../claim-mark';

/**
 * The marks of an article as data: what stands where, what is active and hovered, and which part is drawn. A persistent value.
 *
 * `marks` is in reading order (of those that start together, the longest first) and every array beside it has that order.
 * Where a mark stands now is `from[i]`, `to[i]`, mapped through every step since `marks` was given; the positions inside
 * `marks` are those of the moment it was given. A mark whose range has collapsed stays, is drawn nowhere and found nowhere.
 */
export interface Marks {
  readonly given: readonly ClaimMark[];
  /** Where each of `given` is among `marks`. */
  readonly rank: Int32Array;
  readonly marks: readonly ClaimMark[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The claim's lane under the words, 0 uppermost; kept for its whole length. */
  readonly lane: Uint8Array;
  /** The furthest end among the marks up to and including this one: what starts earlier and ends before a place is skipped by it. */
  readonly reach: Int32Array;
  readonly active: ActiveMark | null;
  /** The id of the claim under the pointer, here or elsewhere on the desk. */
  readonly hovered: string | null;
  /** The positions whose marks are drawn. */
  readonly window: Extent;
}

/** The one door into the state. */
export type MarksChange =
  | { readonly type: 'set'; readonly marks: readonly ClaimMark[] }
  | { readonly type: 'activate'; readonly active: ActiveMark | null }
  | { readonly type: 'hover'; readonly claimId: string | null }
  | { readonly type: 'window'; readonly from: number; readonly to: number };

const HIGHEST_LANE = 255;

/** The marks laid out, with nothing active or hovered and nothing drawn yet. */
export function createMarks(given: readonly ClaimMark[]): Marks {
  const order = given
    .map((_, at) => at)
    .sort((one, other) => {
      const [a, b] = [given[one]!, given[other]!];
      return a.from - b.from || b.to - a.to || a.number - b.number;
    });
  const marks = order.map((at) => given[at]!);
  const rank = new Int32Array(given.length);
  order.forEach((at, place) => {
    rank[at] = place;
  });
  const from = Int32Array.from(marks, (mark) => mark.from);
  const to = Int32Array.from(marks, (mark) => mark.to);
  const lane = Uint8Array.from(lanesOf(marks), (number) => Math.min(number, HIGHEST_LANE));
  return {
    given,
    rank,
    marks,
    from,
    to,
    lane,
    reach: reachOf(to),
    active: null,
    hovered: null,
    window: { from: 0, to: 0 },
  };
}

/** The state after a change; the same object when the change changes nothing. */
export function changeMarks(state: Marks, change: MarksChange): Marks {
  switch (change.type) {
    case 'set': {
      if (change.marks === state.given) return state;
      const { active, hovered, window } = state;
      return { ...createMarks(change.marks), active, hovered, window };
    }
    case 'activate': {
      const { active } = change;
      const same = active?.claimId === state.active?.claimId && active?.anchorId === state.active?.anchorId;
      return same ? state : { ...state, active };
    }
    case 'hover':
      return change.claimId === state.hovered ? state : { ...state, hovered: change.claimId };
    case 'window': {
      const { from, to } = change;
      return from === state.window.from && to === state.window.to ? state : { ...state, window: { from, to } };
    }
  }
}

/**
 * Whether these marks are drawn by the state already: the same marks, and every one where steps have taken it. Whoever follows
 * edits is told of all marks anew at each, and mostly the steps have moved them there before.
 */
export function standsAlready(state: Marks, marks: readonly ClaimMark[]): boolean {
  if (marks === state.given) return true;
  if (marks.length !== state.given.length) return false;
  return marks.every((mark, at) => {
    const place = state.rank[at]!;
    return mark.from === state.from[place] && mark.to === state.to[place] && isDrawnAlike(mark, state.given[at]!);
  });
}

function isDrawnAlike(a: ClaimMark, b: ClaimMark): boolean {
  return (
    a.claimId === b.claimId &&
    a.anchorId === b.anchorId &&
    a.label === b.label &&
    a.colour === b.colour &&
    a.pattern === b.pattern &&
    a.stale === b.stale &&
    a.correction === b.correction &&
    a.faded === b.faded
  );
}

/** The state after steps: marks go where the server takes their anchors (`mapRange`); one without a range stays, collapsed. */
export function mapMarks(state: Marks, mapping: Mapping): Marks {
  if (mapping.maps.length === 0) return state;
  const from = state.from.slice();
  const to = state.to.slice();
  for (const map of mapping.maps) moveRanges(map, from, to);
  const window = { from: mapping.map(state.window.from, -1), to: mapping.map(state.window.to, 1) };
  return { ...state, from, to, reach: reachOf(to), window };
}

/** Moves ranges in place: those that lie before or behind what a step changes without asking it again for each. */
function moveRanges(map: StepMap, from: Int32Array, to: Int32Array): void {
  let first = -1;
  let last = -1;
  let shift = 0;
  map.forEach((start, end, _newStart, newEnd) => {
    if (first === -1) first = start;
    last = end;
    shift = newEnd - end;
  });
  if (first === -1) return;
  for (let index = 0; index < from.length; index++) {
    if (to[index]! < first) continue;
    if (from[index]! > last) {
      from[index]! += shift;
      to[index]! += shift;
      continue;
    }
    const moved = from[index]! < to[index]! && mapRange(map, { from: from[index]!, to: to[index]! });
    from[index] = moved ? moved.from : map.map(from[index]!, 1);
    to[index] = moved ? moved.to : from[index]!;
  }
}

/** Indexes of the marks that cover a place between two positions, in reading order. O(log n + those that reach so far). */
export function marksBetween(state: Marks, from: number, to: number): number[] {
  const found: number[] = [];
  const end = countBelow(state.from, to);
  for (let index = countBelow(state.reach, from + 1); index < end; index++) {
    if (state.to[index]! > from && state.to[index]! > state.from[index]!) found.push(index);
  }
  return found;
}

/** Where a place of a claim stands now; null for an anchor that is not here or has collapsed. */
export function placeOf(state: Marks, anchorId: string): Extent | null {
  const index = state.marks.findIndex((mark) => mark.anchorId === anchorId);
  const from = state.from[index];
  const to = state.to[index];
  return from !== undefined && to !== undefined && from < to ? { from, to } : null;
}

function reachOf(to: Int32Array): Int32Array {
  let furthest = 0;
  return to.map((end) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
}

/** How many numbers of a rising list are below a limit. */
function countBelow(sorted: Int32Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
