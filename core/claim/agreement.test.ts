import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphaOf, kappaOf, type Pair, percentOf, weightedKappaOf } from './agreement';

/** Pairs out of a table of counts: the first rater's categories in rows, the second's in columns, from 1 on. */
const pairsOf = (table: readonly (readonly number[])[]): Pair<number>[] =>
  table.flatMap((row, a) => row.flatMap((count, b) => Array.from({ length: count }, () => [a + 1, b + 1] as const)));

/** Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions (2003), table 18.1: two raters' diagnoses of 100 people. */
const diagnoses = pairsOf([
  [75, 1, 4],
  [5, 4, 1],
  [0, 0, 10],
]);
/** Agresti & Winner, “Evaluating agreement and disagreement among movie reviewers”, Chance 10 (1997): con, mixed, pro of 160 films. */
const films = pairsOf([
  [24, 8, 13],
  [8, 13, 11],
  [10, 9, 64],
]);
/** Krippendorff, “Computing Krippendorff's Alpha-Reliability” (2011), part D: four observers, twelve units, some of them missed. */
const observers = [
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
].map((line) => line.split(' '));
const units = observers[0]!.map((_, unit) =>
  observers.flatMap((line) => (line[unit] === '.' ? [] : Number(line[unit]))),
);

describe('the figures of published examples', () => {
  it.each([
    ['percent of the diagnoses', percentOf(diagnoses), 89],
    ['Cohen’s kappa of the diagnoses', kappaOf(diagnoses), 0.676],
    ['Cohen’s kappa of the films', kappaOf(films), 0.389],
    ['weighted kappa of the films', weightedKappaOf(films), 0.427],
    ['alpha of the observers, nominal', alphaOf(units, 'nominal'), 0.743],
    ['alpha of the observers, ordinal', alphaOf(units, 'ordinal'), 0.815],
  ])('%s', (_, figure, published) => {
    expect(figure).toBeCloseTo(published, 3);
  });
});

describe('where a figure says nothing, there is none', () => {
  it.each<[string, Pair<number>[]]>([
    ['no item', []],
    ['one item', [[1, 2]]],
    [
      'everybody gave one and the same verdict',
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    ],
  ])('%s', (_, pairs) => {
    expect([kappaOf(pairs), weightedKappaOf(pairs), alphaOf(pairs, 'ordinal')]).toEqual([null, null, null]);
  });

  it('no item has no percent; units that one observer alone judged do not count', () => {
    expect(percentOf([])).toBeNull();
    expect(alphaOf([[1, 2], [3], [2], []], 'nominal')).toBeNull();
    expect(alphaOf([...units, [1], [5]], 'ordinal')).toBe(alphaOf(units, 'ordinal'));
  });
});

const verdict = fc.integer({ min: 1, max: 5 });
const judged = fc.array(fc.tuple(verdict, verdict), { minLength: 2, maxLength: 40 });

describe('any verdicts', () => {
  it('agree no better than wholly, and wholly exactly where all are the same', () => {
    fc.assert(
      fc.property(judged, (pairs) => {
        const same = pairs.every(([a, b]) => a === b);
        for (const figure of [
          kappaOf(pairs),
          weightedKappaOf(pairs),
          alphaOf(pairs, 'nominal'),
          alphaOf(pairs, 'ordinal'),
        ])
          if (figure !== null) expect(figure > 1 - 1e-9).toBe(same);
      }),
    );
  });

  it('agree alike whoever comes first, and in whatever order the claims do', () => {
    const figures = (pairs: readonly Pair<number>[]) => [
      kappaOf(pairs),
      weightedKappaOf(pairs),
      alphaOf(pairs, 'nominal'),
      alphaOf(pairs, 'ordinal'),
    ];
    fc.assert(
      fc.property(judged, (pairs) => {
        const turned = pairs.map(([a, b]): Pair<number> => [b, a]).reverse();
        figures(pairs).forEach((figure, at) => {
          const other = figures(turned)[at]!;
          if (figure === null) expect(other).toBeNull();
          else expect(other).toBeCloseTo(figure, 9);
        });
      }),
    );
  });
});
