import { describe, expect, it } from 'vitest';
import { agreementsOf, type JudgedTwice } from './agreement-figures';

const scale = {
  id: 'three',
  verdicts: [
    { key: 'true', value: 2 },
    { key: 'mixed', value: 1 },
    { key: 'false', value: -4 },
    { key: 'opinion', value: null },
  ],
};
const other = {
  id: 'two',
  verdicts: [
    { key: 'true', value: 1 },
    { key: 'false', value: 0 },
  ],
};
const judged = (first: string, a: string, second: string, b: string, of = scale): JudgedTwice => ({
  first: { by: first, verdict: a },
  second: { by: second, verdict: b },
  scale: of,
});

describe('agreementsOf', () => {
  it('counts a pair together whoever of them judged first, the busiest first', () => {
    const { pairs, all } = agreementsOf([
      judged('cy', 'true', 'di', 'true'),
      judged('di', 'false', 'cy', 'true'),
      judged('di', 'mixed', 'ed', 'mixed'),
    ]);
    expect(pairs).toMatchObject([
      { people: ['cy', 'di'], items: 2, percent: 50, ordered: 2 },
      { people: ['di', 'ed'], items: 1, percent: 100, kappa: null, alpha: null },
    ]);
    expect(all).toMatchObject({ items: 3, ordered: 3 });
    expect(all.percent).toBeCloseTo(66.7, 1);
  });

  it('takes values for an order, by rank: a miss by one step is one step, however far the values are apart', () => {
    const near = [judged('cy', 'true', 'di', 'mixed'), judged('cy', 'false', 'di', 'false')];
    const far = [judged('cy', 'mixed', 'di', 'false'), judged('cy', 'true', 'di', 'true')];
    expect(agreementsOf(near).all.weightedKappa).toBe(agreementsOf(far).all.weightedKappa);
  });

  it('leaves verdicts without a value out of what needs an order, and says how many remain', () => {
    const { all } = agreementsOf([
      judged('cy', 'true', 'di', 'opinion'),
      judged('cy', 'true', 'di', 'true'),
      judged('cy', 'false', 'di', 'false'),
    ]);
    expect(all).toMatchObject({ items: 3, ordered: 2, weightedKappa: 1, alpha: 1 });
    expect(all.kappa).toBeLessThan(1);
  });

  it('knows no order over several scales, and no common verdict', () => {
    const { all } = agreementsOf([
      judged('cy', 'true', 'di', 'true'),
      judged('cy', 'false', 'di', 'false', other),
      judged('cy', 'true', 'di', 'false', other),
    ]);
    expect(all).toMatchObject({ items: 3, ordered: 0, weightedKappa: null, alpha: null });
    expect(all.kappa).toBeCloseTo(0.5, 9);
  });

  it('of nothing is nothing', () => {
    expect(agreementsOf([])).toEqual({
      pairs: [],
      all: { items: 0, percent: null, kappa: null, ordered: 0, weightedKappa: null, alpha: null },
    });
  });
});
