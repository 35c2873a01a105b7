import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approve, type Judged, judge, needsApproval, sendBack, unjudged } from './life';
import { claimStatuses } from './vocabulary';

const act = { by: 'ada', at: '2026-03-01T10:00:00.000Z' };
const signed = { verdictBy: act.by, verdictAt: act.at };
const open: Judged = unjudged;
const judged: Judged = {
  ...open,
  verdict: 'true',
  rationale: 'Seen.',
  verdictBy: 'bo',
  verdictAt: '2026-02-01T09:00:00.000Z',
};
const approved: Judged = { ...judged, status: 'approved', approvedBy: 'cy', approvedAt: '2026-02-02T09:00:00.000Z' };
const unsigned = { approvedBy: null, approvedAt: null };

/** Property tests take their time on a busy machine. */
const patient = { timeout: 60_000 };

describe('judge', () => {
  it.each<[string, Judged, Parameters<typeof judge>[1], Partial<Judged>]>([
    ['nothing', judged, {}, {}],
    ['what is so already', judged, { verdict: 'true', rationale: 'Seen.', status: 'open' }, {}],
    ['a first verdict', open, { verdict: 'false' }, { verdict: 'false', ...signed }],
    ['another verdict', judged, { verdict: 'false' }, { verdict: 'false', ...signed }],
    ['a verdict away', judged, { verdict: null }, { verdict: null, verdictBy: null, verdictAt: null }],
    ['only the rationale', judged, { rationale: 'Seen twice.' }, { rationale: 'Seen twice.' }],
    ['a status', judged, { status: 'in-review' }, { status: 'in-review' }],
    ['a status away', { ...judged, status: 'disputed' }, { status: null }, { status: 'open' }],
    [
      'an approved verdict',
      approved,
      { verdict: 'false' },
      { verdict: 'false', ...signed, status: 'in-review', ...unsigned },
    ],
    ['an approved rationale', approved, { rationale: null }, { rationale: null, status: 'in-review', ...unsigned }],
    [
      'an approved correction',
      approved,
      { correction: 'ten' },
      { correction: 'ten', status: 'in-review', ...unsigned },
    ],
    ['who works on an approved claim', approved, { assigneeId: 'di' }, { assigneeId: 'di' }],
    ['how grave an approved claim is', approved, { severity: 'major' }, { severity: 'major' }],
    ['an approved status', approved, { status: 'disputed' }, { status: 'disputed', ...unsigned }],
    [
      'an approved verdict and the status with it',
      approved,
      { verdict: 'false', status: 'checking' },
      { verdict: 'false', ...signed, status: 'checking', ...unsigned },
    ],
    [
      'an approved verdict, and approves it again',
      approved,
      { verdict: 'false', status: 'approved' },
      { verdict: 'false', ...signed, approvedBy: act.by, approvedAt: act.at },
    ],
    ['nothing by approving twice', approved, { status: 'approved' }, {}],
    [
      'to approved with a rationale alone',
      open,
      { rationale: 'Nothing to rate.', status: 'approved' },
      { rationale: 'Nothing to rate.', status: 'approved', approvedBy: act.by, approvedAt: act.at },
    ],
  ])('changes %s', (_, claim, patch, changes) => {
    expect(judge(claim, patch, act)).toEqual(changes);
  });

  it.each([
    ['neither a verdict nor a rationale', open, { status: 'approved' as const }],
    ['a rationale of spaces', { ...open, rationale: ' \n' }, { status: 'approved' as const }],
    [
      'a verdict that goes in the same breath',
      { ...judged, rationale: null },
      { verdict: null, status: 'approved' as const },
    ],
  ])('refuses to approve %s', (_, claim, patch) => {
    expect(() => judge(claim, patch, act)).toThrow(expect.objectContaining({ code: 'verdict-missing' }));
  });

  it(
    'keeps a verdict signed while there is one, and an approval signed while it holds, whatever is done in what order',
    patient,
    () => {
      const words = fc.constantFrom('a', 'b', null);
      const patches = fc.record(
        {
          verdict: words,
          rationale: words,
          correction: words,
          assigneeId: words,
          status: fc.constantFrom(...claimStatuses, null),
        },
        { requiredKeys: [] },
      );
      fc.assert(
        fc.property(fc.array(patches, { maxLength: 8 }), (all) => {
          let claim: Judged = unjudged;
          for (const patch of all) {
            const before = claim;
            try {
              claim = { ...claim, ...judge(claim, patch, act) };
            } catch {
              continue;
            }
            expect(claim.verdictBy === null).toBe(claim.verdict === null);
            expect(claim.approvedBy === null).toBe(claim.status !== 'approved');
            if (claim.status === 'approved') expect(claim.verdict ?? claim.rationale).not.toBeNull();
            if (before.status !== 'approved' && claim.status === 'approved') expect(needsApproval(patch)).toBe(true);
            if (before.status === 'approved' && claim.status === 'approved' && !needsApproval(patch))
              expect([claim.verdict, claim.rationale, claim.correction]).toEqual([
                before.verdict,
                before.rationale,
                before.correction,
              ]);
            expect(judge(claim, { ...patch, status: undefined }, act)).toEqual({});
          }
        }),
      );
    },
  );
});

describe('approve', () => {
  it('signs the approval', () => {
    expect(approve(judged, act)).toEqual({ status: 'approved', approvedBy: act.by, approvedAt: act.at });
  });

  it('refuses what is approved already', () => {
    expect(() => approve(approved, act)).toThrow(expect.objectContaining({ code: 'already-approved' }));
  });

  it('refuses a claim about which nothing is said', () => {
    expect(() => approve(open, act)).toThrow(expect.objectContaining({ code: 'verdict-missing' }));
  });
});

describe('sendBack', () => {
  it('takes the claim back to checking and ends its approval', () => {
    expect(sendBack(approved, act)).toEqual({ status: 'checking', ...unsigned });
    expect(sendBack({ ...judged, status: 'in-review' }, act)).toEqual({ status: 'checking' });
  });
});
