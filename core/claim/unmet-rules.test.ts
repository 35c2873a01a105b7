import { describe, expect, it } from 'vitest';
import { firstRules, type SourceNeed } from '@/core/newsroom/rules';
import { type Evidence, type House, isOwnApproval, lacksWhatIsAsked, unmetRules, unmetSources } from './unmet-rules';

const asking = (need: SourceNeed, more: Partial<House['rules']> = {}): House => ({
  rules: { ...firstRules, sources: { scale: { false: need } }, ...more },
  scale: 'scale',
  checkers: 3,
});
const claim = { verdict: 'false', severity: null, approvals: [], status: 'in-review' as const };

let made = 0;
function cited(source: Partial<Evidence['source']> = {}, stance: Evidence['stance'] = 'supports'): Evidence {
  return {
    sourceId: `source-${made++}`,
    stance,
    source: { tier: null, standing: 'sound', publisher: null, url: null, deletedAt: null, ...source },
  };
}
const same = cited();

describe('what a verdict must stand on', () => {
  it.each<[string, SourceNeed, Evidence[], number | null]>([
    ['nothing is asked', 'none', [], null],
    ['one is asked, and none is there', 'one', [], 0],
    ['one is asked, and there is one', 'one', [cited()], null],
    ['one that refutes', 'one', [cited({}, 'refutes')], null],
    ['context alone does not count', 'one', [cited({}, 'context')], 0],
    ['a fallen source does not count', 'one', [cited({ standing: 'fallen' })], 0],
    ['a doubtful one does', 'one', [cited({ standing: 'doubtful' })], null],
    ['a deleted one does not', 'one', [cited({ deletedAt: '2026-01-01T00:00:00Z' })], 0],
    ['a primary one is enough', 'two-or-primary', [cited({ tier: 'primary' })], null],
    ['a primary one that fell is not', 'two-or-primary', [cited({ tier: 'primary', standing: 'fallen' })], 0],
    ['one that is not primary', 'two-or-primary', [cited({ tier: 'secondary' })], 1],
    ['two of which nothing is known', 'two-or-primary', [cited(), cited()], null],
    ['one source cited twice', 'two-or-primary', [same, { ...same, stance: 'refutes' }], 1],
    ['two of one publisher', 'two-or-primary', [cited({ publisher: 'Reuters' }), cited({ publisher: ' reuters' })], 1],
    ['two publishers', 'two-or-primary', [cited({ publisher: 'Reuters' }), cited({ publisher: 'AP' })], null],
    [
      'two publishers at one site',
      'two-or-primary',
      [
        cited({ publisher: 'Town', url: 'https://video.example/1' }),
        cited({ publisher: 'Club', url: 'https://video.example/2' }),
      ],
      null,
    ],
    [
      'one site, and one publisher known',
      'two-or-primary',
      [cited({ publisher: 'Town', url: 'https://www.town.example/1' }), cited({ url: 'https://news.town.example/2' })],
      1,
    ],
    [
      'two sites',
      'two-or-primary',
      [cited({ url: 'https://town.example/1' }), cited({ url: 'https://club.example/2' })],
      null,
    ],
    [
      'of three, two are independent',
      'two-or-primary',
      [cited({ publisher: 'A' }), cited({ publisher: 'A' }), cited({ publisher: 'B' })],
      null,
    ],
  ])('%s', (_, need, citations, found) => {
    const lacking = unmetSources({ ...claim, citations }, asking(need));
    expect(lacking[0]?.found ?? null).toBe(found);
  });

  it('is asked of the verdicts that are named, on the article’s own scale', () => {
    const bare = { ...claim, citations: [] };
    expect(unmetSources({ ...bare, verdict: 'true' }, asking('one'))).toEqual([]);
    expect(unmetSources({ ...bare, verdict: null }, asking('one'))).toEqual([]);
    expect(unmetSources(bare, { ...asking('one'), scale: 'another' })).toEqual([]);
  });
});

describe('how many approve', () => {
  const two = asking('none', { approvers: { ...firstRules.approvers, critical: 2 } });
  const grave = { ...claim, severity: 'critical' as const, citations: [] };

  it('is told with how many have', () => {
    const approvals = [{ by: 'ann', at: '2026-01-01T00:00:00Z' }];
    expect(unmetRules(grave, two)).toEqual([{ code: 'approvers', needed: 2, found: 0 }]);
    expect(unmetRules({ ...grave, approvals }, two)).toEqual([{ code: 'approvers', needed: 2, found: 1 }]);
    expect(unmetRules({ ...grave, severity: 'minor', approvals }, two)).toEqual([]);
  });

  it('holds a sign-off up as a rule where the claim counts as approved', () => {
    expect(lacksWhatIsAsked(grave, two)).toBe(false);
    expect(lacksWhatIsAsked({ ...grave, status: 'approved' }, two)).toBe(true);
  });
});

describe('an approval of one’s own', () => {
  it.each<[string, Parameters<typeof isOwnApproval>[0], Partial<House>, boolean]>([
    ['of one’s own verdict', { verdictBy: 'ann' }, {}, true],
    ['of somebody else’s', { verdictBy: 'bo' }, {}, false],
    ['of one’s own reasons where there is no verdict', { verdictBy: null, reasonedBy: 'ann' }, {}, true],
    ['of one’s own reasons for somebody else’s verdict', { verdictBy: 'bo', reasonedBy: 'ann' }, {}, false],
    ['where one is alone', { verdictBy: 'ann' }, { checkers: 1 }, false],
    ['where nobody asks', { verdictBy: 'ann' }, { rules: { ...firstRules, secondPerson: false } }, false],
  ])('%s', (_, judged, house, own) => {
    expect(isOwnApproval(judged, 'ann', { ...asking('none'), ...house })).toBe(own);
  });
});
