import type { Draft } from './draft-words';
import type { Drafts } from './resemblance';

/** Which unit of the other draft each unit corresponds to, -1 where none (yet). Built step by step by the alignment. */
export interface UnitPairs {
  readonly toNew: Int32Array;
  readonly toOld: Int32Array;
  /** A number for each unit that equal units share. */
  readonly oldKinds: Int32Array;
  readonly newKinds: Int32Array;
}

/**
 * Pairs the units that stand in both drafts word for word (typography and case aside).
 *
 * Those that stand once in each are paired wherever they are: in order they are the fixed points of a patience diff (Bram
 * Cohen), out of order they have moved. Those that stand several times are told apart by their neighbours: from every pair on,
 * the next units are paired as long as they are equal, first onwards, then back. Where the neighbours before and after claim
 * one new unit for two old ones, neither gets it here.
 */
export function pairIdentical(drafts: Drafts): UnitPairs {
  const { old: before, new: after } = drafts;
  const { oldKinds, newKinds, kinds } = numberUnits(before, after);
  const toNew = new Int32Array(before.units).fill(-1);
  const toOld = new Int32Array(after.units).fill(-1);
  const pairs = { toNew, toOld, oldKinds, newKinds };
  const newOnes = onesAmong(newKinds, kinds);
  onesAmong(oldKinds, kinds).forEach((unit, kind) => {
    if (unit >= 0 && newOnes[kind]! >= 0) pair(pairs, unit, newOnes[kind]!);
  });
  const equal = (one: number, other: number) =>
    one >= 0 && other >= 0 && one < before.units && other < after.units && oldKinds[one] === newKinds[other];
  const free = (one: number, other: number) => toNew[one] === -1 && toOld[other] === -1;
  const disputed = new Set<number>();
  const onwards = (unit: number, other: number) => {
    while (equal(unit, other) && free(unit, other)) {
      const rival = rivalOf(drafts, pairs, unit, other);
      if (rival === 'as near') disputed.add(other);
      if (rival !== 'none') return;
      pair(pairs, unit++, other++);
    }
  };
  onwards(0, 0);
  for (let unit = 0; unit < before.units; unit++) if (toNew[unit] !== -1) onwards(unit + 1, toNew[unit]! + 1);
  const back = (unit: number, other: number) => {
    while (equal(unit, other) && free(unit, other) && !disputed.has(other)) {
      if (hasEarlierTwin(pairs, other)) return;
      pair(pairs, unit--, other--);
    }
  };
  back(before.units - 1, after.units - 1);
  for (let unit = before.units - 1; unit >= 0; unit--) if (toNew[unit] !== -1) back(unit - 1, toNew[unit]! - 1);
  return pairs;
}

/**
 * Whether another old unit claims a new one that follows the counterpart of `unit`'s neighbour: the equal one before the unit that
 * the new one's next neighbour comes from. Of two neighbours the one on the same line is nearer.
 */
function rivalOf(
  { old: before, new: after }: Drafts,
  { toNew, toOld, oldKinds }: UnitPairs,
  unit: number,
  other: number,
) {
  const next = other + 1 < after.units ? toOld[other + 1]! : before.units;
  const rival = next - 1;
  if (rival < 0 || rival === unit || toNew[rival] !== -1 || oldKinds[rival] !== oldKinds[unit]) return 'none';
  const near = before.opensLine[unit] === 0 && after.opensLine[other] === 0;
  const rivalNear = next < before.units && before.opensLine[next] === 0 && after.opensLine[other + 1] === 0;
  if (near === rivalNear) return 'as near';
  return near ? 'none' : 'nearer';
}

/** How far back an earlier copy of a new unit is looked for. */
const TWIN_REACH = 64;

/** Whether an equal unit stands before a new one with nothing between that has a counterpart: then it may be the copy. */
function hasEarlierTwin({ toOld, newKinds }: UnitPairs, unit: number): boolean {
  for (let other = unit - 1; other >= 0 && unit - other <= TWIN_REACH && toOld[other] === -1; other--)
    if (newKinds[other] === newKinds[unit]) return true;
  return false;
}

/** Says that two units correspond. */
function pair({ toNew, toOld }: UnitPairs, oldUnit: number, newUnit: number): void {
  toNew[oldUnit] = newUnit;
  toOld[newUnit] = oldUnit;
}

/**
 * Every unit by a number that equal units share, and how many numbers there are. Hashes only say where to look (open addressing,
 * linear probing); equality is compared word by word.
 */
function numberUnits(before: Draft, after: Draft) {
  let room = 16;
  while (room < 2 * (before.units + after.units)) room *= 2;
  /** The first unit of each number, by place plus one: those of the new draft follow those of the old one. */
  const slots = new Int32Array(room);
  const oldKinds = new Int32Array(before.units);
  const newKinds = new Int32Array(after.units);
  let kinds = 0;
  const kindOf = (draft: Draft, unit: number, place: number): number => {
    const hash = hashOf(draft, unit);
    let slot = (hash ^ (hash >>> 15)) & (room - 1);
    for (; slots[slot] !== 0; slot = (slot + 1) & (room - 1)) {
      const known = slots[slot]! - 1;
      const inOld = known < before.units;
      const other = inOld ? known : known - before.units;
      if (sameUnit(draft, unit, inOld ? before : after, other)) return (inOld ? oldKinds : newKinds)[other]!;
    }
    slots[slot] = place + 1;
    return kinds++;
  };
  for (let unit = 0; unit < before.units; unit++) oldKinds[unit] = kindOf(before, unit, unit);
  for (let unit = 0; unit < after.units; unit++) newKinds[unit] = kindOf(after, unit, before.units + unit);
  return { oldKinds, newKinds, kinds };
}

function hashOf({ words, unitStarts }: Draft, unit: number): number {
  let hash = 17;
  for (let at = unitStarts[unit]!; at < unitStarts[unit + 1]!; at++) hash = (Math.imul(hash, 31) + words[at]! + 1) | 0;
  return hash;
}

function sameUnit(one: Draft, unit: number, other: Draft, otherUnit: number): boolean {
  const first = one.unitStarts[unit]!;
  const otherFirst = other.unitStarts[otherUnit]!;
  const length = one.unitStarts[unit + 1]! - first;
  if (other.unitStarts[otherUnit + 1]! - otherFirst !== length) return false;
  for (let at = 0; at < length; at++) if (one.words[first + at] !== other.words[otherFirst + at]) return false;
  return true;
}

/** By number, the one unit that has it; -1 where there is none, -2 where several do. */
function onesAmong(unitKinds: Int32Array, kinds: number): Int32Array {
  const ones = new Int32Array(kinds).fill(-1);
  for (let unit = 0; unit < unitKinds.length; unit++) {
    const kind = unitKinds[unit]!;
    ones[kind] = ones[kind] === -1 ? unit : -2;
  }
  return ones;
}
