import type { UnitPairs } from './identical-units';
import type { Drafts, Stretch } from './resemblance';
import { type Candidate, candidatesOf } from './rewritten-candidates';

/** What a neighbour that corresponds to a neighbour says for a pair, on the scale of likeness, for each side. */
const NEIGHBOUR = 0.15;
/** What standing between the same neighbours says, though not next to either. */
const BETWEEN = 0.06;

/**
 * By how much a pair must beat every other that either of its units could be in, evidence of neighbours included. Two sentences
 * of one template that differ in a figure and a name are alike to within about this; a neighbour on one side is just more.
 */
export const CLEARLY_BETTER = 0.12;

/** Units of the old draft and those that they became, by index. */
export interface Rewritten {
  readonly from: Stretch;
  readonly to: Stretch;
}

/**
 * Pairs units that were rewritten, among those that `pairIdentical` left: candidates are the free units between the same
 * neighbours and those elsewhere that share rare words. Round by round every pair is taken that clearly leads all rivals still
 * free on both sides; each pair taken is evidence for its neighbours in the next round. What is left is looked at once more
 * between the neighbours that it has now. What never leads is left alone.
 */
export function pairRewritten(drafts: Drafts, pairs: UnitPairs): Rewritten[] {
  const taken = takeClear(drafts, pairs, candidatesOf(drafts, pairs, false));
  // What was taken are neighbours that the rest did not have before.
  return taken.length === 0 ? taken : [...taken, ...takeClear(drafts, pairs, candidatesOf(drafts, pairs, true))];
}

function takeClear(drafts: Drafts, pairs: UnitPairs, candidates: readonly Candidate[]): Rewritten[] {
  const taken: Rewritten[] = [];
  let open = candidates;
  for (let before = -1; open.length > 0 && taken.length !== before; ) {
    before = taken.length;
    for (const candidate of clear(drafts, pairs, open)) {
      take(pairs, candidate);
      taken.push(candidate);
    }
    open = open.filter((one) => isFree(pairs.toNew, one.from) && isFree(pairs.toOld, one.to));
  }
  return taken;
}

function take({ toNew, toOld }: UnitPairs, { from, to }: Rewritten): void {
  toNew.fill(to.first, from.first, from.last);
  toOld.fill(from.first, to.first, to.last);
}

function isFree(counterparts: Int32Array, { first, last }: Stretch): boolean {
  for (let unit = first; unit < last; unit++) if (counterparts[unit] !== -1) return false;
  return true;
}

/** The candidates that clearly lead wherever they have a rival. No two share a unit. */
function clear(drafts: Drafts, pairs: UnitPairs, open: readonly Candidate[]): Candidate[] {
  const scores = open.map((candidate) => candidate.alike + evidence(drafts, pairs, candidate));
  const ofOld = leaders(
    open.map(({ from }) => from),
    scores,
  );
  const ofNew = leaders(
    open.map(({ to }) => to),
    scores,
  );
  return open.filter(({ from, to }, at) => leads(ofOld, from, scores[at]!) && leads(ofNew, to, scores[at]!));
}

function leads(rivals: ReadonlyMap<number, Leader>, { first, last }: Stretch, score: number): boolean {
  for (let unit = first; unit < last; unit++) {
    const { best, second } = rivals.get(unit)!;
    if (best !== score || score - second < CLEARLY_BETTER) return false;
  }
  return true;
}

function evidence(drafts: Drafts, { toNew, toOld }: UnitPairs, { from, to, between }: Candidate): number {
  const opens = from.first === 0 || to.first === 0;
  const before = opens
    ? from.first === to.first
    : toNew[from.first - 1] === to.first - 1 || toOld[to.first - 1] === from.first - 1;
  const lastOld = from.last === drafts.old.units;
  const lastNew = to.last === drafts.new.units;
  const after = lastOld || lastNew ? lastOld && lastNew : toNew[from.last] === to.last || toOld[to.last] === from.last;
  return (before ? NEIGHBOUR : 0) + (after ? NEIGHBOUR : 0) + (between || before || after ? BETWEEN : 0);
}

interface Leader {
  best: number;
  second: number;
}

function leaders(stretches: readonly Stretch[], scores: readonly number[]): Map<number, Leader> {
  const found = new Map<number, Leader>();
  stretches.forEach(({ first, last }, at) => {
    const score = scores[at]!;
    for (let unit = first; unit < last; unit++) {
      const leader = found.get(unit);
      if (!leader) found.set(unit, { best: score, second: 0 });
      else if (score > leader.best) {
        leader.second = leader.best;
        leader.best = score;
      } else if (score > leader.second) leader.second = score;
    }
  });
  return found;
}
