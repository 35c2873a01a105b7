import type { Draft } from './draft-words';

/** Two drafts whose words share one numbering, and what each word weighs (`Vocabulary.weights`). */
export interface Drafts {
  readonly old: Draft;
  readonly new: Draft;
  readonly weights: Float64Array;
}

/** Words from `first` up to `last`, or units, by index in one draft. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** The words of one unit. */
export function unitOf(draft: Draft, unit: number): Stretch {
  return wordsOf(draft, { first: unit, last: unit + 1 });
}

/** The words of some units. */
export function wordsOf({ unitStarts }: Draft, { first, last }: Stretch): Stretch {
  return { first: unitStarts[first]!, last: unitStarts[last]! };
}

export function weightOf({ words }: Draft, weights: Float64Array, { first, last }: Stretch): number {
  let sum = 0;
  for (let at = first; at < last; at++) sum += weights[words[at]!]!;
  return sum;
}

/** Breaks ties between equal words in favour of those whose neighbours are equal too. Far below what any word weighs. */
const TOGETHER = 0.002;

/**
 * The heaviest common subsequence of two stretches (Wagner and Fischer 1974, weighted), leaving out the old words that
 * `isFree` refuses and the new ones that `isOpen` refuses. Gives each pair to `onPair`, last pair first; returns the weight of
 * all pairs. O(n · m): for units, which are short.
 */
export function commonWords(
  { old: before, new: after, weights }: Drafts,
  from: Stretch,
  to: Stretch,
  onPair: (oldWord: number, newWord: number) => void,
  isFree?: (oldWord: number) => boolean,
  isOpen?: (newWord: number) => boolean,
): number {
  const pairs = (one: number, other: number) =>
    before.words[one] === after.words[other] && (!isFree || isFree(one)) && (!isOpen || isOpen(other));
  let sum = 0;
  const found = (one: number, other: number) => {
    sum += weights[before.words[one]!]!;
    onPair(one, other);
  };
  // Equal words at either end belong to some heaviest subsequence, and most edits leave both ends.
  let { last: oldEnd } = from;
  let { last: newEnd } = to;
  while (oldEnd > from.first && newEnd > to.first && pairs(oldEnd - 1, newEnd - 1)) found(--oldEnd, --newEnd);
  let head = 0;
  while (from.first + head < oldEnd && to.first + head < newEnd && pairs(from.first + head, to.first + head)) head++;
  const oldHead = from.first + head;
  const newHead = to.first + head;
  const height = oldEnd - oldHead;
  const width = newEnd - newHead;
  const row = width + 1;
  const best = table((height + 1) * row);
  best.fill(0, 0, row);
  for (let y = 1; y <= height; y++) {
    const word = before.words[oldHead + y - 1]!;
    const previous = y > 1 ? before.words[oldHead + y - 2]! : -1;
    const weight = isFree && !isFree(oldHead + y - 1) ? -1 : weights[word]!;
    best[y * row] = 0;
    for (let x = 1; x <= width; x++) {
      const at = y * row + x;
      let value = Math.max(best[at - row]!, best[at - 1]!);
      if (weight >= 0 && after.words[newHead + x - 1] === word && (!isOpen || isOpen(newHead + x - 1))) {
        const together = x > 1 && after.words[newHead + x - 2] === previous ? TOGETHER : 0;
        value = Math.max(value, best[at - row - 1]! + weight + together);
      }
      best[at] = value;
    }
  }
  for (let y = height, x = width; y > 0 && x > 0; ) {
    const value = best[y * row + x]!;
    if (value === best[(y - 1) * row + x]) y--;
    else if (value === best[y * row + x - 1]) x--;
    else {
      y--;
      x--;
      found(oldHead + y, newHead + x);
    }
  }
  while (head-- > 0) found(from.first + head, to.first + head);
  return sum;
}

/** One table for all comparisons, grown when needed: allotting one for each would cost more than filling it. */
let cells = new Float64Array(4096);
function table(size: number): Float64Array {
  if (cells.length < size) cells = new Float64Array(size * 2);
  return cells;
}

/**
 * How alike old and new units are, 0 to 1: twice the weight of their common words in order over the weight of both (Dice 1945);
 * or, where one side stands nearly whole in the other (`CONTAINED`), that part of it times `WHOLE_IN_OTHER`: a clause was cut
 * off or put in. 0 when the words in any order show already that it is less than `least`.
 */
export function alike(drafts: Drafts, oldUnits: Stretch, newUnits: Stretch, least: number): number {
  const from = wordsOf(drafts.old, oldUnits);
  const to = wordsOf(drafts.new, newUnits);
  const one = weightOf(drafts.old, drafts.weights, from);
  const other = weightOf(drafts.new, drafts.weights, to);
  const likeness = (common: number) => {
    const contained = common / Math.min(one, other);
    const dice = (2 * common) / (one + other);
    return contained >= CONTAINED && common >= LEAST_CONTAINED ? Math.max(dice, WHOLE_IN_OTHER * contained) : dice;
  };
  if (likeness(sharedWords(drafts, from, to)) < least) return 0;
  return likeness(commonWords(drafts, from, to, () => {}));
}

/** What part of the smaller side must stand in the other, and what weight that must have, to count as standing in it whole. */
const CONTAINED = 0.8;
const LEAST_CONTAINED = 1;
/** What standing whole in the other counts for: as much as four words of five kept. */
const WHOLE_IN_OTHER = 0.72;

/** The weight of the words that two stretches share in any order. */
function sharedWords({ old: before, new: after, weights }: Drafts, from: Stretch, to: Stretch): number {
  if (tally.length < weights.length) tally = new Int32Array(weights.length * 2);
  let sum = 0;
  for (let at = to.first; at < to.last; at++) tally[after.words[at]!]!++;
  for (let at = from.first; at < from.last; at++)
    if (tally[before.words[at]!]! > 0) {
      tally[before.words[at]!]!--;
      sum += weights[before.words[at]!]!;
    }
  for (let at = to.first; at < to.last; at++) tally[after.words[at]!] = 0;
  return sum;
}

let tally = new Int32Array(1024);
