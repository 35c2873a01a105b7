import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '@/core/words/words';
import { compareOrder, MANY, severityRank, type WorkPlace, workOrder } from './work';

const first: WorkPlace = {
  deadline: '2026-03-01T10:00:00.000Z',
  severity: 'critical',
  articleId: 'a',
  place: 10,
  reach: 20,
  kind: 'claim',
  id: 'c',
};

describe('the order of work', () => {
  it.each<[string, Partial<WorkPlace>]>([
    ['a later deadline', { deadline: '2026-03-02T10:00:00.000Z', place: 1 }],
    ['no deadline', { deadline: null, place: 1 }],
    ['a lesser severity', { severity: 'major', place: 1 }],
    ['no severity', { severity: null, place: 1 }],
    ['a later place', { place: 11 }],
    ['a shorter claim at the same place', { reach: 19 }],
  ])('puts %s after', (_, differs) => {
    expect(compareOrder(workOrder(first), workOrder({ ...first, ...differs }))).toBe(-1);
    expect(compareOrder(workOrder({ ...first, ...differs }), workOrder(first))).toBe(1);
  });

  it('ranks what nobody rated last', () => {
    expect((['critical', 'major', 'minor', null] as const).map(severityRank)).toEqual([0, 1, 2, 3]);
  });

  it('is an order: whatever is sorted by it stays sorted', () => {
    const place = fc.record({
      deadline: fc.constantFrom(null, '2026-03-01T10:00:00.000Z', '2026-04-01T10:00:00.000Z'),
      severity: fc.constantFrom('critical', 'minor', null),
      articleId: fc.constantFrom('a', 'b'),
      place: fc.nat(5),
      reach: fc.nat(5),
      kind: fc.constantFrom('claim', 'query', 'article'),
      id: fc.constantFrom('x', 'y', 'z'),
    }) as fc.Arbitrary<WorkPlace>;
    fc.assert(
      fc.property(fc.array(place), (places) => {
        const orders = places.map(workOrder).sort(compareOrder);
        expect(orders.every((one, at) => at === 0 || compareOrder(orders[at - 1]!, one) <= 0)).toBe(true);
        expect(orders.every((one) => compareOrder(one, one) === 0)).toBe(true);
      }),
    );
  });
});

describe('how much there is to do', () => {
  it.each(['count', 'link-count'] as const)(
    'is said to be that or more where it was counted no further (%s)',
    (key) => {
      expect(wordsOf('work')(key, { count: MANY })).toContain('or more');
      expect(wordsOf('work')(key, { count: MANY - 1 })).not.toContain('or more');
    },
  );
});
