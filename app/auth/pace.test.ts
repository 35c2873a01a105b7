import { describe, expect, it } from 'vitest';
import { Pace } from './pace';

describe('a pace', () => {
  it('lets each name so many through in ten minutes, and says how long to wait', () => {
    let now = 0;
    const pace = new Pace(2, () => now);
    pace.count('one');
    now = 60_000;
    pace.count('one');
    pace.count('other');
    expect(() => pace.count('one')).toThrow(
      expect.objectContaining({ code: 'too-many-requests', values: { seconds: 540 } }),
    );
    pace.count('other');
    now = 600_000;
    pace.count('one');
  });

  it('goes on from counts that another keeps too', () => {
    const counts = new Map();
    new Pace(1, () => 0, counts).count('one');
    expect(() => new Pace(1, () => 0, counts).count('one')).toThrow(
      expect.objectContaining({ code: 'too-many-requests' }),
    );
  });
});
