import { describe, expect, it } from 'vitest';
import { leaderPath } from './leader';

describe('leaderPath', () => {
  it('goes across, along and across', () => {
    expect(leaderPath({ x: 0, y: 0 }, { x: 40, y: 100 })).toBe('M0 0H13Q20 0 20 7V93Q20 100 27 100H40');
  });
  it('runs from right to left in a right-to-left desk', () => {
    expect(leaderPath({ x: 40, y: 0 }, { x: 0, y: -100 })).toBe('M40 0H27Q20 0 20 -7V-93Q20 -100 13 -100H0');
  });
  it('is one stroke when the card stands level', () => {
    expect(leaderPath({ x: 0, y: 5 }, { x: 40, y: 5 })).toBe('M0 5H40');
  });
  it('takes smaller corners for a small step', () => {
    expect(leaderPath({ x: 0, y: 0 }, { x: 40, y: 4 })).toBe('M0 0H18Q20 0 20 2V2Q20 4 22 4H40');
  });
});
