import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BAR_WIDTH, barParts } from './bar';

describe('barParts', () => {
  it('fills the bar with parts that keep their order, never overlap and are all seen', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 21 }), (counts) => {
        const parts = barParts(counts);
        const last = parts.at(-1);
        expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(BAR_WIDTH);
        parts.forEach((part, index) => {
          expect(part.width).toBeGreaterThanOrEqual(4);
          const next = parts[index + 1];
          if (next) expect(next.x).toBeCloseTo(part.x + part.width + 2);
        });
      }),
    );
  });

  it('makes nothing of nothing', () => {
    expect(barParts([])).toEqual([]);
  });
});
