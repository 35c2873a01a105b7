/**
 * How well checkers agree who judged the same claims without seeing each other's verdicts. Every figure is null where it cannot be
 * computed: with fewer than two items, or where chance alone would have everybody agree, because all gave one and the same verdict.
 */

/** Below this many items the figures say little: chance moves them more than the people do. */
export const FEW_ITEMS = 10;

/** Two verdicts of one item, of two people. */
export type Pair<T> = readonly [T, T];

/** The share of items with the same verdict, from 0 to 100; null without items. */
export function percentOf<T>(pairs: readonly Pair<T>[]): number | null {
  return pairs.length === 0 ? null : (100 * pairs.filter(([a, b]) => a === b).length) / pairs.length;
}

/**
 * Cohen's kappa: agreement beyond what the two raters' own habits would bring about by chance; 1 is perfect, 0 is chance, below 0
 * is worse. J. Cohen, “A coefficient of agreement for nominal scales”, Educational and Psychological Measurement 20 (1960).
 */
export function kappaOf<T>(pairs: readonly Pair<T>[]): number | null {
  return weighedKappa(pairs, (a, b) => (a === b ? 0 : 1));
}

/**
 * Kappa for verdicts in an order, given as their ranks: a miss by two steps weighs twice a miss by one (linear weights). J. Cohen,
 * “Weighted kappa”, Psychological Bulletin 70 (1968).
 */
export function weightedKappaOf(pairs: readonly Pair<number>[]): number | null {
  return weighedKappa(pairs, (a, b) => Math.abs(a - b));
}

function weighedKappa<T>(pairs: readonly Pair<T>[], distance: (a: T, b: T) => number): number | null {
  if (pairs.length < 2) return null;
  const [first, second] = [counted(pairs.map(([a]) => a)), counted(pairs.map(([, b]) => b))];
  let observed = 0;
  for (const [a, b] of pairs) observed += distance(a, b);
  let expected = 0;
  for (const [a, ofA] of first) for (const [b, ofB] of second) expected += (distance(a, b) * ofA * ofB) / pairs.length;
  return expected === 0 ? null : 1 - observed / expected;
}

/** Verdicts that are equal or not; or verdicts in an order, given as numbers that only rank them. */
export type Level = 'nominal' | 'ordinal';

/**
 * Krippendorff's alpha: agreement beyond chance for any number of observers, any of whom may have left out any unit. Each unit is
 * the list of the values that it was given; one with fewer than two says nothing. K. Krippendorff, “Computing Krippendorff's
 * Alpha-Reliability” (2011), repository.upenn.edu/asc_papers/43.
 */
export function alphaOf<T extends string | number>(units: readonly (readonly T[])[], level: Level): number | null {
  const paired = units.filter((values) => values.length > 1);
  if (paired.length < 2) return null;
  const totals = counted(paired.flat());
  const all = paired.reduce((sum, values) => sum + values.length, 0);
  const squared = level === 'nominal' ? (a: T, b: T) => (a === b ? 0 : 1) : ordinalDifference(totals);
  let observed = 0;
  for (const values of paired)
    values.forEach((a, at) => {
      values.forEach((b, other) => {
        if (at !== other) observed += squared(a, b) / (values.length - 1);
      });
    });
  let expected = 0;
  for (const [a, ofA] of totals) for (const [b, ofB] of totals) expected += ofA * ofB * squared(a, b);
  return expected === 0 ? null : 1 - ((all - 1) * observed) / expected;
}

/** The squared difference of two ranks: how many values were given between them, the two themselves by half. */
function ordinalDifference<T>(totals: ReadonlyMap<T, number>): (a: T, b: T) => number {
  const order = [...totals.keys()].sort((a, b) => Number(a) - Number(b));
  const before = new Map<T, number>();
  let sum = 0;
  for (const value of order) {
    before.set(value, sum + totals.get(value)! / 2);
    sum += totals.get(value)!;
  }
  return (a, b) => (before.get(a)! - before.get(b)!) ** 2;
}

function counted<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
