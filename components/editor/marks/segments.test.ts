import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimMark } from '../claim-mark';
import { segmentsBetween } from './segments';
import { createMarks } from './state';

const plain = { colour: null, pattern: null, label: '', stale: false, correction: null, details: '' };
const marksOf = (ranges: readonly (readonly [number, number])[]): ClaimMark[] =>
  ranges.map(([from, to], index) => ({
    ...plain,
    claimId: `c${index}`,
    anchorId: `a${index}`,
    number: index + 1,
    from,
    to,
  }));
const drawn = (ranges: readonly (readonly [number, number])[], from = 0, to = 1000) => {
  const state = createMarks(marksOf(ranges));
  return segmentsBetween(state, from, to).map((segment) => [
    segment.from,
    segment.to,
    segment.members.map((index) => state.marks[index]!.claimId).join(),
  ]);
};

describe('segments', () => {
  it.each([
    [
      'apart',
      [
        [1, 4],
        [6, 9],
      ],
      [
        [1, 4, 'c0'],
        [6, 9, 'c1'],
      ],
    ],
    [
      'adjacent',
      [
        [1, 4],
        [4, 9],
      ],
      [
        [1, 4, 'c0'],
        [4, 9, 'c1'],
      ],
    ],
    [
      'overlapping',
      [
        [1, 6],
        [4, 9],
      ],
      [
        [1, 4, 'c0'],
        [4, 6, 'c0,c1'],
        [6, 9, 'c1'],
      ],
    ],
    [
      'nested',
      [
        [1, 9],
        [4, 6],
      ],
      [
        [1, 4, 'c0'],
        [4, 6, 'c0,c1'],
        [6, 9, 'c0'],
      ],
    ],
    [
      'the same',
      [
        [1, 9],
        [1, 9],
      ],
      [[1, 9, 'c0,c1']],
    ],
  ] as const)('cuts marks that are %s where one begins or ends', (_name, ranges, expected) => {
    expect(drawn(ranges)).toEqual(expected);
  });

  it('cuts a mark at the edges of the window', () => {
    expect(drawn([[1, 100]], 20, 30)).toEqual([[20, 30, 'c0']]);
  });

  const ranges = fc.array(
    fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 25 })).map(([from, length]) => [from, from + length] as const),
    { maxLength: 14 },
  );
  const window = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

  it('is exactly the union of the marks in the window, each place naming exactly the marks that cover it', () => {
    fc.assert(
      fc.property(ranges, window, (given, [from, to]) => {
        const state = createMarks(marksOf(given));
        const segments = segmentsBetween(state, from, to);
        const at = new Map<number, string[]>();
        let last = from;
        for (const segment of segments) {
          expect(segment.from).toBeGreaterThanOrEqual(last);
          expect(segment.to).toBeGreaterThan(segment.from);
          last = segment.to;
          for (let pos = segment.from; pos < segment.to; pos++) {
            at.set(pos, segment.members.map((index) => state.marks[index]!.claimId).sort());
          }
        }
        for (let pos = 0; pos < 90; pos++) {
          const covering = given.flatMap(([start, end], index) => (start <= pos && pos < end ? [`c${index}`] : []));
          const expected = pos >= from && pos < to && covering.length > 0 ? covering.sort() : undefined;
          expect(at.get(pos)).toEqual(expected);
        }
      }),
    );
  });

  it('never has two claims of one segment in one lane', () => {
    fc.assert(
      fc.property(ranges, (given) => {
        const state = createMarks(marksOf(given));
        for (const { members } of segmentsBetween(state, 0, 100)) {
          expect(new Set(members.map((index) => state.lane[index])).size).toBe(members.length);
        }
      }),
    );
  });
});
