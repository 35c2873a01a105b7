import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOut } from './share-out';

const ids = (prefix: string, min: number, max: number) =>
  fc.integer({ min, max }).map((count) => Array.from({ length: count }, (_, at) => `${prefix}${at}`));

describe('sharing out', () => {
  it.each([
    ['one person gets all', ['a', 'b', 'c'], ['x'], ['x', 'x', 'x']],
    ['two share evenly', ['a', 'b', 'c', 'd'], ['x', 'y'], ['x', 'x', 'y', 'y']],
    ['the first one gets what is left over', ['a', 'b', 'c'], ['y', 'x'], ['y', 'y', 'x']],
    ['more people than claims', ['a'], ['x', 'y'], ['x']],
    ['no claims', [], ['x'], []],
  ])('%s', (_, claims, people, expected) => {
    expect([...shareOut(claims, people).values()]).toEqual(expected);
  });

  it('gives nobody anything where there is nobody', () => {
    expect(shareOut(['a'], []).size).toBe(0);
  });

  it('gives out everything, in order, neighbours together, evenly', () => {
    fc.assert(
      fc.property(ids('c', 0, 300), ids('p', 1, 12), (claims, people) => {
        const shares = shareOut(claims, people);
        expect([...shares.keys()]).toEqual(claims);
        const given = claims.map((claim) => people.indexOf(shares.get(claim)!));
        // Neighbours stay together, in the order of the people: each follows the one before.
        expect(
          given.every((person, at) => at === 0 || person - given[at - 1]! === 0 || person - given[at - 1]! === 1),
        ).toBe(true);
        const counts = people.map((_, at) => given.filter((person) => person === at).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
