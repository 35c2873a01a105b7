import { describe, expect, it } from 'vitest';
import { presetScales } from '@/core/claim/scale';
import type { Article } from './article';
import { judgedClaims, openClaims, stageOf, unapproved, verdictCounts } from './stage';

const counted = (
  status: Article['status'],
  byStatus: Article['progress']['byStatus'],
  byVerdict: Record<string, number> = {},
) => ({
  status,
  changedSinceSignOff: false,
  progress: {
    claims: Object.values(byStatus).reduce((sum, count) => sum + count, 0),
    byStatus,
    byVerdict,
    stale: 0,
    orphaned: 0,
  },
});

describe('stageOf', () => {
  it.each([
    ['a draft without claims', counted('draft', {}), 'new'],
    ['a draft whose first claim is marked', counted('draft', { open: 1 }), 'checking'],
    ['an article with one claim still open', counted('checking', { open: 1, approved: 4 }), 'checking'],
    ['an article whose claims all wait for the second look', counted('checking', { 'in-review': 3 }), 'in-review'],
    ['a disputed claim among approved ones', counted('checking', { disputed: 1, approved: 3 }), 'checking'],
    ['a signed-off article', counted('signed-off', { approved: 3 }), 'signed-off'],
    ['one that has changed since', { ...counted('signed-off', { approved: 3 }), changedSinceSignOff: true }, 'changed'],
    ['an archived one', counted('archived', {}), 'archived'],
  ] as const)('says where %s stands', (_, article, stage) => {
    expect(stageOf(article)).toBe(stage);
  });
});

describe('what is left to approve', () => {
  const closed = { by: 'p', at: '2026-01-01T00:00:00.000Z', reason: 'The sentence was cut.' };

  it.each([
    ['an open claim', [{ status: 'open', closed: null }], 1],
    ['one in review', [{ status: 'in-review', closed: null }], 1],
    ['an approved one', [{ status: 'approved', closed: null }], 0],
    ['one closed before it was approved', [{ status: 'open', closed }], 0],
    ['nothing', [], 0],
  ] as const)('counts %s', (_, claims, left) => {
    expect(unapproved(claims)).toBe(left);
  });
});

describe('the counts of a row', () => {
  const fivePoint = presetScales.find(({ id }) => id === 'five-point')?.verdicts ?? [];
  const article = counted('checking', { open: 4, approved: 2 }, { false: 1, true: 3, '': 2 });

  it('counts as open what is not approved', () => {
    expect(openClaims(article)).toBe(4);
  });
  it('counts as judged what has a verdict', () => {
    expect(judgedClaims(article, fivePoint)).toBe(4);
  });
  it('counts as judged what is approved, on a scale without verdicts', () => {
    expect(judgedClaims(article, [])).toBe(2);
  });
  it('keeps the order of the scale and leaves out what no claim has', () => {
    expect(verdictCounts(article, fivePoint).map(({ verdict, count }) => [verdict.key, count])).toEqual([
      ['true', 3],
      ['false', 1],
    ]);
  });
});
