import type { UnitPairs } from './identical-units';
import { Rarities } from './rarities';
import { alike, commonWords, type Drafts, type Stretch, unitOf, weightOf, wordsOf } from './resemblance';

/** A unit between the same neighbours in both drafts is the same one rewritten from this likeness on. */
export const ALIKE_IN_PLACE = 0.5;

/** …and from this on where both its neighbours correspond and nothing else was taken out or put in between them. */
const ALIKE_ALONE = 0.4;

/** One that stands somewhere else has only its own words to show for it, so it needs more of them. */
export const ALIKE_ELSEWHERE = 0.62;

/** And it needs so many words, as `Vocabulary.weights` counts: fewer come together anywhere. */
const WEIGHT_ELSEWHERE = 2.5;

/** How far from the likely place in a long rewritten stretch a unit is looked for, in units each way. */
const REACH = 12;

/** What is so alike in its place is not looked for elsewhere. */
const SURELY = 0.75;
/** A sentence cut in pieces, or pieces made one sentence, are looked for up to this many. */
const MOST_PIECES = 3;
/** By how much pieces together must be more alike than the best of them alone, or they are not pieces of one sentence… */
const TOGETHER_BETTER = 0.1;
/** …unless each of them, however short, stands in it by so much of its weight. */
const PIECE_STANDS = 0.6;
/** One unit is tried as a piece together with its neighbours from this likeness on. */
const ALIKE_PIECE = 0.25;

/** Old units that may have become new ones: one to one, or one to its pieces either way. Indexes of units. */
export interface Candidate {
  readonly from: Stretch;
  readonly to: Stretch;
  readonly alike: number;
  /** Whether they stand between the same neighbours. */
  readonly between: boolean;
}

/**
 * All pairs worth weighing, of units without a counterpart: those between the same neighbours, and unless `inPlaceOnly` those that
 * share rare words anywhere. Each free unit is compared with few others, whatever the length.
 */
export function candidatesOf(drafts: Drafts, pairs: UnitPairs, inPlaceOnly: boolean): Candidate[] {
  const { toNew, toOld } = pairs;
  const rarities = inPlaceOnly ? null : new Rarities(drafts.new, drafts.weights, (unit) => toOld[unit] === -1);
  const copies = copiesAmong(drafts, pairs);
  const candidates: Candidate[] = [];
  for (let first = 0; first < drafts.old.units; first++) {
    if (toNew[first] !== -1) continue;
    let last = first + 1;
    while (last < drafts.old.units && toNew[last] === -1) last++;
    const run: Run = new Map();
    for (const gap of gapsBeside(drafts, pairs, first, last)) considerGap(drafts, { first, last }, gap, copies, run);
    if (rarities) considerElsewhere(drafts, { first, last }, rarities, copies, run);
    joinPieces(drafts, pairs, { first, last }, run);
    const least = isAlone(drafts, pairs, first, last) ? ALIKE_ALONE : ALIKE_IN_PLACE;
    for (const candidate of run.values()) if (candidate.alike >= least) candidates.push(candidate);
    first = last;
  }
  return candidates;
}

/** Whether a run is of one unit, and one free new unit stands between the counterparts of its neighbours. */
function isAlone({ old: before, new: after }: Drafts, { toNew }: UnitPairs, first: number, last: number): boolean {
  const head = first === 0 ? -1 : toNew[first - 1]!;
  const tail = last === before.units ? after.units : toNew[last]!;
  return last - first === 1 && tail - head === 2;
}

/** The candidates of one run of free old units, by `keyOf`. */
type Run = Map<number, Candidate>;

function considerGap(drafts: Drafts, own: Stretch, gap: Stretch, copies: ReadonlySet<number>, run: Run): void {
  for (let unit = own.first; unit < own.last; unit++) {
    const likely = gap.first + Math.round(((unit - own.first) / (own.last - own.first)) * (gap.last - gap.first));
    const end = Math.min(gap.last, likely + REACH + 1);
    for (let other = Math.max(gap.first, likely - REACH); other < end; other++) {
      if (copies.has(other)) continue;
      const [from, to] = [one(unit), one(other)];
      const key = keyOf(from, to);
      const likeness = run.has(key) ? 0 : alike(drafts, from, to, ALIKE_PIECE);
      if (likeness >= ALIKE_PIECE) run.set(key, { from, to, alike: likeness, between: true });
    }
  }
}

function considerElsewhere(
  drafts: Drafts,
  own: Stretch,
  rarities: Rarities,
  copies: ReadonlySet<number>,
  run: Run,
): void {
  const surelyInPlace = new Set<number>();
  for (const { from, alike: likeness } of run.values()) if (likeness >= SURELY) surelyInPlace.add(from.first);
  for (let unit = own.first; unit < own.last; unit++) {
    if (surelyInPlace.has(unit)) continue;
    const words = unitOf(drafts.old, unit);
    if (weightOf(drafts.old, drafts.weights, words) < WEIGHT_ELSEWHERE) continue;
    for (const other of rarities.sharing(drafts.old, words)) {
      const [from, to] = [one(unit), one(other)];
      const key = keyOf(from, to);
      if (run.has(key) || copies.has(other)) continue;
      const likeness = alike(drafts, from, to, ALIKE_ELSEWHERE);
      if (likeness >= ALIKE_ELSEWHERE) run.set(key, { from, to, alike: likeness, between: false });
    }
  }
}

/**
 * Adds sentences cut in pieces and pieces made one sentence: from each pair of one with one that is the best of either, with its
 * neighbours on either side.
 */
function joinPieces(drafts: Drafts, { toOld }: UnitPairs, own: Stretch, run: Run): void {
  const alone: ReadonlyMap<number, Candidate> = new Map(run);
  const isFree = ({ first, last }: Stretch) => {
    for (let unit = first; unit < last; unit++) if (toOld[unit] !== -1) return false;
    return first >= 0 && last <= drafts.new.units;
  };
  for (const { from, to, alike: likeness, between } of bestOfEither(alone.values())) {
    if (likeness > 0.95) continue;
    for (let pieces = 2; pieces <= MOST_PIECES; pieces++)
      for (const back of between ? [0] : [0, pieces - 1]) {
        const merged = { first: from.first - back, last: from.first - back + pieces };
        if (merged.first >= own.first && merged.last <= own.last) together(drafts, alone, run, merged, to, between);
        const split = { first: to.first - back, last: to.first - back + pieces };
        if (isFree(split)) together(drafts, alone, run, from, split, between);
      }
  }
}

/** The candidates that no other of their old unit beats, or no other of their new one; of equals the first. */
function bestOfEither(candidates: Iterable<Candidate>): Set<Candidate> {
  const ofOld = new Map<number, Candidate>();
  const ofNew = new Map<number, Candidate>();
  for (const candidate of candidates) {
    const { from, to, alike: likeness } = candidate;
    if (likeness > (ofOld.get(from.first)?.alike ?? 0)) ofOld.set(from.first, candidate);
    if (likeness > (ofNew.get(to.first)?.alike ?? 0)) ofNew.set(to.first, candidate);
  }
  return new Set([...ofOld.values(), ...ofNew.values()]);
}

/** Pieces that are clearly more alike together take the place of each alone. */
function together(
  drafts: Drafts,
  alone: ReadonlyMap<number, Candidate>,
  run: Run,
  from: Stretch,
  to: Stretch,
  between: boolean,
): void {
  const merged = from.last - from.first > 1;
  const pieces = merged ? from : to;
  const parts: number[] = [];
  let best = 0;
  for (let first = pieces.first; first < pieces.last; first++)
    for (let last = first + 1; last <= pieces.last; last++) {
      const key = merged ? keyOf({ first, last }, to) : keyOf(from, { first, last });
      const part = run.get(key) ?? alone.get(key);
      if (!part || last - first === pieces.last - pieces.first) continue;
      best = Math.max(best, part.alike);
      parts.push(key);
    }
  const least = Math.max(between ? ALIKE_IN_PLACE : ALIKE_ELSEWHERE, best);
  const whole = alike(drafts, from, to, least);
  if (whole < least || (whole < best + TOGETHER_BETTER && !eachStands(drafts, from, to))) return;
  for (const key of parts) run.delete(key);
  run.set(keyOf(from, to), { from, to, alike: whole, between });
}

/** Whether each of several units, on either side, has most of its words in the one on the other side. */
function eachStands(drafts: Drafts, from: Stretch, to: Stretch): boolean {
  const merged = from.last - from.first > 1;
  const draft = merged ? drafts.old : drafts.new;
  const pieces = merged ? from : to;
  const found = new Float64Array(pieces.last - pieces.first);
  commonWords(drafts, wordsOf(drafts.old, from), wordsOf(drafts.new, to), (oldWord, newWord) => {
    const word = merged ? oldWord : newWord;
    found[draft.unitOf[word]! - pieces.first]! += drafts.weights[draft.words[word]!]!;
  });
  return found.every(
    (weight, at) => weight >= PIECE_STANDS * weightOf(draft, drafts.weights, unitOf(draft, pieces.first + at)),
  );
}

function one(unit: number): Stretch {
  return { first: unit, last: unit + 1 };
}

/** Stretches of at most `MOST_PIECES` units, so that a number has room for both. */
function keyOf(from: Stretch, to: Stretch): number {
  return ((from.first * 4 + from.last - from.first) * 2 ** 24 + to.first) * 4 + to.last - to.first;
}

/**
 * Free new units that repeat an earlier one of the same stretch between neighbours, while the old draft lacks it or has it once:
 * a passage put in twice. The first is the original.
 */
function copiesAmong(
  { old: before, new: after }: Drafts,
  { toNew, toOld, oldKinds, newKinds }: UnitPairs,
): Set<number> {
  const lost = new Map<number, number>();
  for (let unit = 0; unit < before.units; unit++)
    if (toNew[unit] === -1) lost.set(oldKinds[unit]!, (lost.get(oldKinds[unit]!) ?? 0) + 1);
  const copies = new Set<number>();
  let seen = new Set<number>();
  for (let unit = 0; unit < after.units; unit++) {
    if (toOld[unit] !== -1) {
      if (seen.size > 0) seen = new Set();
    } else if (!seen.has(newKinds[unit]!)) seen.add(newKinds[unit]!);
    else if ((lost.get(newKinds[unit]!) ?? 0) < 2) copies.add(unit);
  }
  return copies;
}

/** The free new units after the place of the neighbour before, and those before the place of the neighbour after. */
function gapsBeside(
  { old: before, new: after }: Drafts,
  { toNew, toOld }: UnitPairs,
  first: number,
  last: number,
): Stretch[] {
  const head = first === 0 ? 0 : toNew[first - 1]! + 1;
  let headEnd = head;
  while (headEnd < after.units && toOld[headEnd] === -1) headEnd++;
  const tailEnd = last === before.units ? after.units : toNew[last]!;
  let tail = tailEnd;
  while (tail > 0 && toOld[tail - 1] === -1) tail--;
  const gaps = [{ first: head, last: headEnd }];
  if (tail !== head) gaps.push({ first: tail, last: tailEnd });
  return gaps;
}
