import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstRules } from '@/core/newsroom/rules';
import {
  type Act,
  approve,
  confirm,
  type Held,
  type Judged,
  judge,
  needsApproval,
  sendBack,
  unjudged,
  withdraw,
} from './life';
import type { House } from './unmet-rules';
import { claimStatuses } from './vocabulary';

const act: Act = { by: 'ada', role: 'editor', at: '2026-03-01T10:00:00.000Z' };
const checking: Act = { ...act, role: 'checker' };
const signed = { verdictBy: act.by, verdictAt: act.at };
/** A newsroom of one, which asks for one approval; and one of several people, which asks for somebody else's. */
const alone: House = { rules: firstRules, scale: 'five-point', checkers: 1 };
const house: House = { ...alone, checkers: 3 };
const twoFor = (severity: 'critical' | 'major'): House => ({
  ...house,
  rules: { ...firstRules, approvers: { ...firstRules.approvers, [severity]: 2 } },
});
const open: Held = { ...unjudged, citations: [] };
const judged: Held = {
  ...open,
  verdict: 'true',
  rationale: 'Seen.',
  verdictBy: 'bo',
  verdictAt: '2026-02-01T09:00:00.000Z',
};
const cy = { by: 'cy', at: '2026-02-02T09:00:00.000Z' };
const approved: Held = { ...judged, status: 'approved', approvedBy: cy.by, approvedAt: cy.at, approvals: [cy] };
const unsigned = { approvedBy: null, approvedAt: null };
const unapproved = { ...unsigned, approvals: [] };
const mine = { by: act.by, at: act.at };
const code = (name: string) => expect.objectContaining({ code: name });

/** Property tests take their time on a busy machine. */
const patient = { timeout: 60_000 };

describe('judge', () => {
  it.each<[string, Held, Parameters<typeof judge>[1], Partial<Judged>]>([
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
      { verdict: 'false', ...signed, status: 'in-review', ...unapproved },
    ],
    ['an approved rationale', approved, { rationale: null }, { rationale: null, status: 'in-review', ...unapproved }],
    [
      'an approved correction',
      approved,
      { correction: 'ten' },
      { correction: 'ten', status: 'in-review', ...unapproved },
    ],
    ['who works on an approved claim', approved, { assigneeId: 'di' }, { assigneeId: 'di' }],
    ['how grave an approved claim is', approved, { severity: 'major' }, { severity: 'major' }],
    ['an approved status', approved, { status: 'disputed' }, { status: 'disputed', ...unapproved }],
    [
      'an approved verdict and the status with it',
      approved,
      { verdict: 'false', status: 'checking' },
      { verdict: 'false', ...signed, status: 'checking', ...unapproved },
    ],
    [
      'an approved verdict, and approves it again',
      approved,
      { verdict: 'false', status: 'approved' },
      { verdict: 'false', ...signed, status: 'approved', approvals: [mine], approvedBy: act.by, approvedAt: act.at },
    ],
    ['nothing by approving twice', approved, { status: 'approved' }, {}],
    [
      'to approved with a rationale alone',
      open,
      { rationale: 'Nothing to rate.', status: 'approved' },
      {
        rationale: 'Nothing to rate.',
        status: 'approved',
        approvals: [mine],
        approvedBy: act.by,
        approvedAt: act.at,
      },
    ],
  ])('changes %s', (_, claim, patch, changes) => {
    expect(judge(claim, patch, act, alone)).toEqual(changes);
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
    expect(() => judge(claim, patch, act, alone)).toThrow(code('verdict-missing'));
  });

  it('takes away what was approved of several approvals, and keeps the claim where it is', () => {
    const half: Held = { ...judged, status: 'in-review', approvals: [cy] };
    expect(judge(half, { rationale: 'No.' }, checking, house)).toEqual({ rationale: 'No.', approvals: [] });
    expect(judge(half, { assigneeId: 'di' }, checking, house)).toEqual({ assigneeId: 'di' });
    expect(judge(half, { status: 'checking' }, checking, house)).toEqual({ status: 'checking', approvals: [] });
  });

  it('asks for more approvals of a claim that has become graver, and keeps those it has', () => {
    const changes = judge(approved, { severity: 'critical' }, checking, twoFor('critical'));
    expect(changes).toEqual({ severity: 'critical', status: 'in-review', ...unsigned });
    expect(judge(approved, { severity: 'minor' }, checking, twoFor('critical'))).toEqual({ severity: 'minor' });
    expect(judge(approved, { assigneeId: 'di' }, checking, twoFor('critical'))).toEqual({ assigneeId: 'di' });
  });

  it('leaves the way back from an approval to editors, but for a dispute', () => {
    expect(() => judge(approved, { status: 'open' }, checking, house)).toThrow(code('forbidden'));
    expect(judge(approved, { status: 'disputed' }, checking, house)).toEqual({ status: 'disputed', ...unapproved });
    // Taken back by hand, it can be approved again by the same person.
    expect(judge(approved, { status: 'in-review' }, act, house)).toEqual({ status: 'in-review', ...unapproved });
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
          let claim: Held = open;
          for (const patch of all) {
            const before = claim;
            try {
              claim = { ...claim, ...judge(claim, patch, act, alone) };
            } catch {
              continue;
            }
            expect(claim.verdictBy === null).toBe(claim.verdict === null);
            expect(claim.approvedBy === null).toBe(claim.status !== 'approved');
            expect(claim.approvedBy === null).toBe(claim.approvals.length === 0);
            if (claim.status === 'approved') expect(claim.verdict ?? claim.rationale).not.toBeNull();
            if (before.status !== 'approved' && claim.status === 'approved') expect(needsApproval(patch)).toBe(true);
            if (before.status === 'approved' && claim.status === 'approved' && !needsApproval(patch))
              expect([claim.verdict, claim.rationale, claim.correction]).toEqual([
                before.verdict,
                before.rationale,
                before.correction,
              ]);
            expect(judge(claim, { ...patch, status: undefined }, act, alone)).toEqual({});
          }
        }),
      );
    },
  );
});

describe('approve', () => {
  const refused = (claim: Held, by = act, where = house) => {
    try {
      approve(claim, by, where);
    } catch (problem) {
      return (problem as { code: string }).code;
    }
    return null;
  };

  it('signs the approval', () => {
    expect(approve(judged, act, house)).toEqual({
      status: 'approved',
      approvals: [mine],
      approvedBy: act.by,
      approvedAt: act.at,
    });
  });

  it('brings a claim that needs two to its reviewers with the first, and is signed by the last', () => {
    const grave: Held = { ...judged, severity: 'critical' };
    const first = approve(grave, act, twoFor('critical'));
    expect(first).toEqual({ status: 'in-review', approvals: [mine] });
    const second = { by: 'eve', role: 'admin' as const, at: '2026-03-02T10:00:00.000Z' };
    expect(approve({ ...grave, ...first }, second, twoFor('critical'))).toEqual({
      status: 'approved',
      approvals: [mine, { by: 'eve', at: second.at }],
      approvedBy: 'eve',
      approvedAt: second.at,
    });
    expect(refused({ ...grave, ...first }, act, twoFor('critical'))).toBe('approval-twice');
  });

  it.each<[string, Held, Act, House, string | null]>([
    ['what is approved already', approved, act, house, 'already-approved'],
    ['a claim about which nothing is said', open, act, house, 'verdict-missing'],
    ['a disputed claim', { ...judged, status: 'disputed' }, act, house, 'move-impossible'],
    ['anything by a checker', judged, checking, house, 'forbidden'],
    ['one’s own verdict', { ...judged, verdictBy: 'ada' }, act, house, 'approval-own'],
    [
      'one’s own reasons without a verdict',
      { ...open, rationale: 'So.', reasonedBy: 'ada' },
      act,
      house,
      'approval-own',
    ],
    ['reasons without a verdict of somebody else', { ...open, rationale: 'So.', reasonedBy: 'bo' }, act, house, null],
    ['one’s own verdict, alone', { ...judged, verdictBy: 'ada' }, act, alone, null],
    [
      'one’s own verdict where nobody asks for a second person',
      { ...judged, verdictBy: 'ada' },
      act,
      { ...house, rules: { ...firstRules, secondPerson: false } },
      null,
    ],
    [
      'a verdict without what it must stand on',
      judged,
      act,
      { ...house, rules: { ...firstRules, sources: { 'five-point': { true: 'one' } } } },
      'rules-unmet',
    ],
  ])('refuses or not: %s', (_, claim, by, where, refusal) => {
    expect(refused(claim, by, where)).toBe(refusal);
  });
});

describe('withdraw', () => {
  const first: Held = { ...judged, status: 'in-review', approvals: [mine] };
  const both: Held = { ...approved, approvals: [mine, cy] };

  it.each<[string, Held, Act, Partial<Judged>]>([
    ['the only one so far of several', first, act, { approvals: [] }],
    ['the second of three', { ...first, approvals: [cy, mine] }, act, { approvals: [cy] }],
    ['the only one', { ...approved, approvals: [mine] }, act, { status: 'in-review', ...unapproved }],
    ['the first of two', both, act, { status: 'in-review', ...unsigned, approvals: [cy] }],
    ['the last of two', both, { ...act, by: 'cy' }, { status: 'in-review', ...unsigned, approvals: [mine] }],
  ])('takes back one’s own approval and nobody else’s: %s', (_, claim, by, fields) => {
    expect(withdraw(claim, by)).toEqual(fields);
  });

  it('is refused where none is one’s own, and to whoever may not approve', () => {
    expect(() => withdraw(approved, act)).toThrow(code('approval-not-given'));
    expect(() => withdraw(both, checking)).toThrow(code('forbidden'));
  });
});

describe('confirm', () => {
  it('takes the approvals of other words away, unless it is their reviewer who says so', () => {
    expect(confirm(approved, checking, house)).toEqual({ status: 'in-review', ...unapproved });
    expect(confirm(approved, act, house)).toEqual({
      status: 'approved',
      approvals: [mine],
      approvedBy: act.by,
      approvedAt: act.at,
    });
    expect(confirm({ ...approved, verdictBy: 'ada' }, act, house)).toEqual({ status: 'in-review', ...unapproved });
    expect(confirm({ ...approved, severity: 'major' }, act, twoFor('major'))).toEqual({
      status: 'in-review',
      ...unapproved,
    });
    expect(confirm({ ...judged, status: 'in-review', approvals: [cy] }, act, house)).toEqual({ approvals: [] });
    // Judging the words is not refused for a query that waits; approving them is put off.
    expect(confirm({ ...approved, queryWaits: true }, act, house)).toEqual({ status: 'in-review', ...unapproved });
    expect(confirm(judged, act, house)).toEqual({});
  });
});

describe('sendBack', () => {
  const returned = { ...mine, note: 'Ask the archive.' };

  it('takes the claim back to checking, ends its approval, and says why', () => {
    expect(sendBack(approved, returned.note, act)).toEqual({ status: 'checking', ...unapproved, returned });
    expect(sendBack({ ...judged, status: 'in-review' }, returned.note, act)).toEqual({ status: 'checking', returned });
    expect(sendBack({ ...judged, status: 'checking' }, returned.note, act)).toEqual({ returned });
    expect(() => sendBack(approved, returned.note, checking)).toThrow(code('forbidden'));
  });

  it('says so until the claim goes to its reviewer again', () => {
    const back: Held = { ...judged, status: 'checking', returned };
    expect(judge(back, { verdict: 'false' }, checking, house)).not.toHaveProperty('returned');
    expect(judge(back, { status: 'awaiting-source' }, checking, house)).not.toHaveProperty('returned');
    expect(judge(back, { status: 'in-review' }, checking, house)).toEqual({ status: 'in-review', returned: null });
    expect(approve(back, act, house)).toMatchObject({ returned: null });
  });
});
