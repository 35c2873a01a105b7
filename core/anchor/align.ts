import { pairIdentical, type UnitPairs } from './identical-units';
import { commonWords, type Drafts, type Stretch, unitOf, weightOf, wordsOf } from './resemblance';
import { pairRewritten } from './rewritten-units';

/** Which word of the other draft each word corresponds to, -1 where none. Words that correspond are equal (`Vocabulary`). */
export interface WordPairs {
  readonly toNew: Int32Array;
  readonly toOld: Int32Array;
}

/** Two drafts aligned. */
export interface Alignment {
  readonly words: WordPairs;
  /** The new unit that each old one became, the first of several; -1 where there is none. Units made one share theirs. */
  readonly units: Int32Array;
}

/** Of a unit without a counterpart, this part of its weight must be found in what its neighbour lacked to be a piece of it. */
const PIECE = 0.6;

/**
 * Aligns two drafts once, for every anchor: units that are identical, then units rewritten, then word by word inside each pair.
 * A unit left over beside a pair is a piece of it when its words are those that the pair lacked: a sentence cut in two, or two
 * made one. Near linear where the drafts are alike; rewritten units cost the product of their lengths.
 */
export function align(drafts: Drafts): Alignment {
  const units = pairIdentical(drafts);
  const words: WordPairs = {
    toNew: new Int32Array(drafts.old.count).fill(-1),
    toOld: new Int32Array(drafts.new.count).fill(-1),
  };
  for (let unit = 0; unit < drafts.old.units; unit++)
    if (units.toNew[unit] !== -1) pairAll(words, unitOf(drafts.old, unit), unitOf(drafts.new, units.toNew[unit]!));
  for (const { from, to } of pairRewritten(drafts, units))
    pairWords(drafts, words, wordsOf(drafts.old, from), wordsOf(drafts.new, to));
  for (let unit = 0; unit < drafts.old.units; unit++)
    if (units.toNew[unit] === -1) joinMerged(drafts, units, words, unit);
  for (let unit = 0; unit < drafts.new.units; unit++)
    if (units.toOld[unit] === -1) joinSplit(drafts, units, words, unit);
  return { words, units: units.toNew };
}

/** The words of two identical units. */
function pairAll({ toNew, toOld }: WordPairs, from: Stretch, to: Stretch): void {
  const by = to.first - from.first;
  for (let word = from.first; word < from.last; word++) {
    toNew[word] = word + by;
    toOld[word + by] = word;
  }
}

function pairWords(drafts: Drafts, words: WordPairs, from: Stretch, to: Stretch): void {
  let { first, last } = from;
  let { first: head, last: tail } = to;
  const same = (one: number, other: number) => drafts.old.words[one] === drafts.new.words[other];
  for (; first < last && head < tail && same(first, head); first++, head++) pairWord(words, first, head);
  for (; first < last && head < tail && same(last - 1, tail - 1); last--, tail--) pairWord(words, last - 1, tail - 1);
  if (first < last && head < tail)
    commonWords(drafts, { first, last }, { first: head, last: tail }, (one, other) => pairWord(words, one, other));
}

function pairWord({ toNew, toOld }: WordPairs, one: number, other: number): void {
  toNew[one] = other;
  toOld[other] = one;
}

/** An old unit whose words went into the counterpart of a neighbour. */
function joinMerged(drafts: Drafts, units: UnitPairs, words: WordPairs, unit: number): void {
  const own = unitOf(drafts.old, unit);
  const weight = weightOf(drafts.old, drafts.weights, own);
  for (const neighbour of [unit - 1, unit + 1]) {
    const home = units.toNew[neighbour] ?? -1;
    if (home !== -1 && joinPiece(drafts, words, own, unitOf(drafts.new, home), weight)) {
      units.toNew[unit] = home;
      return;
    }
  }
}

/** A new unit whose words came out of the counterpart of a neighbour. */
function joinSplit(drafts: Drafts, units: UnitPairs, words: WordPairs, unit: number): void {
  const own = unitOf(drafts.new, unit);
  const weight = weightOf(drafts.new, drafts.weights, own);
  for (const neighbour of [unit - 1, unit + 1]) {
    const home = units.toOld[neighbour] ?? -1;
    if (home !== -1 && joinPiece(drafts, words, unitOf(drafts.old, home), own, weight)) {
      units.toOld[unit] = home;
      return;
    }
  }
}

/** Pairs the words of two stretches that have no counterpart yet, if they are enough of the piece. */
function joinPiece(drafts: Drafts, words: WordPairs, from: Stretch, to: Stretch, weight: number): boolean {
  const found: [number, number][] = [];
  const common = commonWords(
    drafts,
    from,
    to,
    (one, other) => found.push([one, other]),
    (one) => words.toNew[one] === -1,
    (other) => words.toOld[other] === -1,
  );
  if (common < PIECE * weight) return false;
  for (const [one, other] of found) pairWord(words, one, other);
  return true;
}
