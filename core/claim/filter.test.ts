import { describe, expect, it } from 'vitest';
import { type ClaimFilter, claimFilters, countClaims, matchesFilter } from './filter';
import { claimStatuses } from './vocabulary';

type Filtered = Parameters<typeof matchesFilter>[0];
const claim = (about: Partial<Filtered> = {}): Filtered => ({
  status: 'open',
  verdict: null,
  assigneeId: null,
  secondCheckerId: null,
  createdBy: 'bo',
  correction: null,
  closed: null,
  anchors: [],
  ...about,
});

describe('matchesFilter', () => {
  it.each(claimStatuses)('puts a claim that is %s under exactly one of open, in review and done', (status) => {
    const parts: ClaimFilter[] = ['open', 'in-review', 'done'];
    expect(parts.filter((filter) => matchesFilter(claim({ status }), filter, 'me'))).toHaveLength(1);
  });

  it.each<[string, Partial<Filtered>, boolean]>([
    ['assigned to me', { assigneeId: 'me' }, true],
    ['marked by me and nobody’s', { createdBy: 'me' }, true],
    ['marked by me and somebody else’s', { createdBy: 'me', assigneeId: 'bo' }, false],
    ['mine to check a second time', { secondCheckerId: 'me', assigneeId: 'bo' }, true],
    ['none of these', {}, false],
  ])('asks whether a claim is mine when it is %s', (_, about, mine) => {
    expect(matchesFilter(claim(about), 'mine', 'me')).toBe(mine);
  });
});

describe('countClaims', () => {
  const claims = [
    claim({ verdict: 'true', status: 'approved', createdBy: 'me' }),
    claim({ verdict: 'true', status: 'in-review' }),
    claim({ verdict: 'constructor' }),
    claim({ status: 'disputed' }),
  ];

  it('counts what each filter passes', () => {
    const { byFilter } = countClaims(claims, 'me');
    expect(byFilter).toMatchObject({ all: 4, mine: 1, open: 2, 'in-review': 1, done: 1 });
    for (const filter of claimFilters)
      expect(byFilter[filter]).toBe(claims.filter((one) => matchesFilter(one, filter, 'me')).length);
  });

  it('counts verdicts of what passes, whatever their key', () => {
    expect(countClaims(claims, 'me').byVerdict).toEqual({ true: 2, constructor: 1, '': 1 });
    expect(countClaims(claims, 'me', 'done').byVerdict).toEqual({ true: 1 });
  });
});
