import type { UnitPairs } from './identical-units';
import { Rarities } from './rarities';
import { alike, type Drafts, type Stretch, unitOf, weightOf } from './resemblance';

/** A unit between the same neighbours in both drafts is the same one rewritten from this likeness on. */
export const ALIKE_IN_PLACE = 0.5;

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
/** By how much pieces together must be more alike than the best of them alone, or they are not pieces of one sentence. */
const TOGETHER_BETTER = 0.1;
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

/** All pairs worth weighing, of units without a counterpart. Each free unit is compared with few others, whatever the length. */
export function candidatesOf(drafts: Drafts, pairs: UnitPairs): Candidate[] {
  const { toNew, toOld } = pairs;
  const rarities = new Rarities(drafts.new, drafts.weights, (unit) => toOld[unit] === -1);
  const copies = copiesAmong(drafts, pairs);
  const candidates: Candidate[] = [];
  for (let first = 0; first < drafts.old.units; first++) {
    if (toNew[first] !== -1) continue;
    let last = first + 1;
    while (last < drafts.old.units && toNew[last] === -1) last++;
    const run = new Map<string, Candidate>();
    for (const gap of gapsBeside(drafts, pairs, first, last)) considerGap(drafts, { first, last }, gap, copies, run);
    const surelyInPlace = new Set<number>();
    for (const { from, alike: likeness } of run.values())
      if (likeness >= SURELY) for (let unit = from.first; unit < from.last; unit++) surelyInPlace.add(unit);
    for (let unit = first; unit < last; unit++) {
      if (surelyInPlace.has(unit)) continue;
      const own = unitOf(drafts.old, unit);
      if (weightOf(drafts.old, drafts.weights, own) < WEIGHT_ELSEWHERE) continue;
      for (const other of rarities.sharing(drafts.old, own)) {
        const key = keyOf(one(unit), one(other));
        if (run.has(key) || copies.has(other)) continue;
        const likeness = alike(drafts, one(unit), one(other), ALIKE_ELSEWHERE);
        if (likeness >= ALIKE_ELSEWHERE)
          run.set(key, { from: one(unit), to: one(other), alike: likeness, between: false });
      }
    }
    for (const candidate of run.values()) if (candidate.alike >= ALIKE_IN_PLACE) candidates.push(candidate);
    first = last;
  }
  return candidates;
}

function considerGap(
  drafts: Drafts,
  own: Stretch,
  gap: Stretch,
  copies: ReadonlySet<number>,
  run: Map<string, Candidate>,
): void {
  const consider = (from: Stretch, to: Stretch, least: number): number => {
    const key = keyOf(from, to);
    const likeness = run.get(key)?.alike ?? alike(drafts, from, to, least);
    if (likeness >= least) run.set(key, { from, to, alike: likeness, between: true });
    return likeness;
  };
  for (let unit = own.first; unit < own.last; unit++) {
    const likely = gap.first + Math.round(((unit - own.first) / (own.last - own.first)) * (gap.last - gap.first));
    const end = Math.min(gap.last, likely + REACH + 1);
    for (let other = Math.max(gap.first, likely - REACH); other < end; other++)
      if (!copies.has(other)) consider(one(unit), one(other), ALIKE_PIECE);
  }
  for (const { from, to, alike: alone } of [...run.values()]) {
    if (alone > 0.95 || to.first < gap.first || to.last > gap.last) continue;
    for (let pieces = 2; pieces <= MOST_PIECES; pieces++) {
      if (from.first + pieces <= own.last)
        together(run, { first: from.first, last: from.first + pieces }, to, consider);
      if (to.first + pieces <= gap.last) together(run, from, { first: to.first, last: to.first + pieces }, consider);
    }
  }
}

/** Pieces that are clearly more alike together take the place of each alone. */
function together(
  run: Map<string, Candidate>,
  from: Stretch,
  to: Stretch,
  consider: (from: Stretch, to: Stretch, least: number) => number,
): void {
  const parts: string[] = [];
  let alone = 0;
  for (const [inside, beside] of from.last - from.first > 1 ? [[from, to] as const] : [[to, from] as const])
    for (let first = inside.first; first < inside.last; first++)
      for (let last = first + 1; last <= inside.last; last++) {
        if (last - first === inside.last - inside.first) continue;
        const key = inside === from ? keyOf({ first, last }, beside) : keyOf(beside, { first, last });
        const part = run.get(key);
        alone = Math.max(alone, part?.alike ?? 0);
        if (part) parts.push(key);
      }
  const whole = consider(from, to, Math.max(ALIKE_IN_PLACE, alone + TOGETHER_BETTER));
  if (whole >= Math.max(ALIKE_IN_PLACE, alone + TOGETHER_BETTER)) for (const key of parts) run.delete(key);
}

function one(unit: number): Stretch {
  return { first: unit, last: unit + 1 };
}

function keyOf(from: Stretch, to: Stretch): string {
  return `${from.first}-${from.last}:${to.first}-${to.last}`;
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
