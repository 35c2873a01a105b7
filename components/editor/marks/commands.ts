import type { ActiveMark } from '../claim-mark';
import { type Marks, marksBetween } from './state';

/**
 * The places that a click on the character after `pos` may mean: the shortest first, since what lies inside another is the
 * harder to reach; of one claim only one.
 */
export function marksAt(state: Marks, pos: number): ActiveMark[] {
  return shortestFirst(state, marksBetween(state, pos, pos + 1));
}

/** As `marksAt`, for a caret: it is in what it stands inside of, else in what it touches. */
export function marksAtCaret(state: Marks, pos: number): ActiveMark[] {
  const touching = marksBetween(state, pos - 1, pos + 1);
  const around = touching.filter((index) => state.from[index]! < pos && pos < state.to[index]!);
  return shortestFirst(state, around.length > 0 ? around : touching);
}

/** The one to open: the first, or, when one of them is open already, the one after it. Null when there is none. */
export function nextOf(candidates: readonly ActiveMark[], active: ActiveMark | null): ActiveMark | null {
  const open = candidates.findIndex((mark) => mark.claimId === active?.claimId);
  return candidates[(open + 1) % candidates.length] ?? null;
}

function shortestFirst(state: Marks, indexes: readonly number[]): ActiveMark[] {
  const length = (index: number) => state.to[index]! - state.from[index]!;
  const seen = new Set<string>();
  return [...indexes]
    .sort((a, b) => length(a) - length(b) || state.lane[b]! - state.lane[a]!)
    .map((index) => state.marks[index]!)
    .filter((mark) => !seen.has(mark.claimId) && seen.add(mark.claimId))
    .map(({ claimId, anchorId }) => ({ claimId, anchorId }));
}
