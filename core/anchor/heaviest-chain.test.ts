import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heaviestChain } from './heaviest-chain';

const chainOf = (targets: number[], weights: number[] = []) =>
  Array.from(heaviestChain(Int32Array.from(targets), (index) => weights[index] ?? 1)).join('');

describe('heaviestChain', () => {
  it.each<[string, number[], number[], string]>([
    ['nothing', [], [], ''],
    ['nothing that corresponds', [-1, -1], [], '00'],
    ['what all kept its order', [0, 1, 2], [], '111'],
    ['something without a counterpart between', [0, -1, 1], [], '101'],
    ['several that became one', [0, 0, 1], [], '111'],
    ['one that went to the end', [3, 0, 1, 2], [], '0111'],
    ['one that came to the front', [1, 2, 3, 0], [], '1110'],
    ['two that changed places, the first heavier', [1, 0], [3, 2], '10'],
    ['two that changed places, the second heavier', [1, 0], [2, 3], '01'],
    ['a heavy one against two light ones', [2, 0, 1], [5, 2, 2], '100'],
  ])('keeps, of %s, what stayed', (_, targets, weights, expected) => {
    expect(chainOf(targets, weights)).toBe(expected);
  });

  it('finds as much as trying all', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: -1, max: 8 }), fc.integer({ min: 1, max: 9 })), { maxLength: 9 });
    fc.assert(
      fc.property(some, (pairs) => {
        const targets = sharedByNeighboursOnly(pairs.map(([target]) => target));
        const weights = pairs.map(([, weight]) => weight);
        const chosen = [...chainOf(targets, weights)].flatMap((sign, index) => (sign === '1' ? [index] : []));
        chosen.reduce((last, index) => {
          expect(targets[index]).toBeGreaterThanOrEqual(last);
          return targets[index]!;
        }, 0);
        const heaviest = (from: number, last: number): number =>
          from === targets.length
            ? 0
            : Math.max(
                heaviest(from + 1, last),
                targets[from]! >= last ? weights[from]! + heaviest(from + 1, targets[from]!) : 0,
              );
        expect(chosen.reduce((sum, index) => sum + weights[index]!, 0)).toBe(heaviest(0, 0));
      }),
    );
  });
});

/** Takes the counterpart from all that share it with one further off. */
function sharedByNeighboursOnly(targets: readonly number[]): number[] {
  const seen = new Set<number>();
  let last = -1;
  return targets.map((target) => {
    if (target === -1 || (target !== last && seen.has(target))) return -1;
    seen.add(target);
    last = target;
    return target;
  });
}
