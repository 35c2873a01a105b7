import { describe, expect, it } from 'vitest';
import { inReadingOrder } from './reading-order';

const claim = (id: string, createdAt: string, ...anchors: [number | null, number | null][]) => ({
  id,
  createdAt,
  anchors: anchors.map(([from, to]) => ({ from, to })),
});

describe('inReadingOrder', () => {
  it('goes by the first place of each claim, the longer of two that begin together first, lost ones last', () => {
    const claims = [
      claim('lost-later', '2026-01-02', [null, null]),
      claim('lost', '2026-01-01', [null, null]),
      claim('far', '2026-01-01', [90, 95]),
      claim('a-shorter-one', '2026-01-01', [10, 12]),
      claim('long', '2026-01-01', [10, 20]),
      claim('twice', '2026-01-01', [50, 60], [2, 3]),
      claim('half-lost', '2026-01-01', [null, null], [30, 31]),
      claim('long-made-first', '2025-01-01', [10, 20]),
    ];
    expect(inReadingOrder(claims).map(({ id }) => id)).toEqual([
      'twice',
      'long-made-first',
      'long',
      'a-shorter-one',
      'half-lost',
      'far',
      'lost',
      'lost-later',
    ]);
  });

  it('leaves the list as it is', () => {
    const claims = [claim('b', '', [5, 6]), claim('a', '', [1, 2])];
    inReadingOrder(claims);
    expect(claims.map(({ id }) => id)).toEqual(['b', 'a']);
  });
});
