import { describe, expect, it } from 'vitest';
import type { Check } from '@/core/claim/check';
import { readingOf } from './reading';
import { buildReport } from './report';
import { signatures } from './signatures';
import { AT, claimOf, materialOf } from './tables/made-report';

const check = (about: Partial<Check>): Check => ({
  id: 'check',
  claimId: 'boats',
  checkerId: 'jun',
  askedBy: 'maya',
  askedAt: AT,
  verdict: 'true',
  rationale: 'As the harbour book has it.',
  givenAt: AT,
  firstBy: 'maya',
  firstVerdict: 'false',
  firstRationale: null,
  firstAt: AT,
  outcome: 'agreed',
  settledAt: null,
  decidedBy: null,
  decidedVerdict: null,
  reason: null,
  ...about,
});
const said = (about: Partial<Check>, edition: 'internal' | 'public' = 'internal') => {
  const claim = claimOf('boats', [], {
    verdict: 'false',
    verdictBy: 'maya',
    verdictAt: AT,
    secondCheckerId: 'jun',
    check: check(about),
  });
  const report = buildReport(materialOf(['Ten boats were sold.'], [claim]), edition);
  return signatures(readingOf(report, 'en'), report.claims[0]!);
};
const decided = { outcome: 'decided', decidedBy: 'maya', settledAt: AT, reason: 'The book was wrong.' } as const;

describe('signatures', () => {
  it.each<[string, Partial<Check>, RegExp]>([
    ['agrees', {}, /second time by Jun Park, March 2, 2026.*without seeing the first: the same verdict\./],
    ['differs', { outcome: 'disputed' }, /by Jun Park, .*: True\. Which of the two stands is not decided yet\./],
    ['was decided about', decided, /by Jun Park, .*: True\. Decided by Maya .*, March 2, 2026.*: The book was wrong\./],
  ])('tell of a second check that %s', (_name, about, sentence) => {
    expect(said(about)).toMatch(sentence);
  });

  it('tell of one that waits whose it is, and nothing that was found', () => {
    const waits = said({ outcome: 'waiting', firstBy: null, firstVerdict: null });
    expect(waits).toContain('A second check is with Jun Park.');
    expect(waits).not.toContain('True');
  });

  it('leave a second check out of what readers get', () => {
    expect(said(decided, 'public')).not.toContain('econd');
  });
});
