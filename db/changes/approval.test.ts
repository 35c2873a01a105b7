import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PatchRules } from '@/core/newsroom/rules';
import { claimHistory, getClaim } from '@/db/queries/claims';
import { getNewsroom } from '@/db/queries/newsroom';
import { notifications } from '@/db/schema/schema';
import { type Desk, desk, rewriteYear } from '@/db/testing/desk';
import { addCitation } from './add-citation';
import { approveClaim } from './approve-claim';
import { changeCitation } from './change-citation';
import { changeClaim } from './change-claim';
import { changeNewsroom } from './change-newsroom';
import { changeSource } from './change-source';
import { confirmClaim } from './confirm-claim';
import { dropCitation } from './drop-citation';
import { returnClaim } from './return-claim';
import { withdrawApproval } from './withdraw-approval';

let at: Desk;
beforeEach(async () => {
  at = await desk();
});
afterEach(() => at.drop());

type Who = Desk['ann'];
const claimNow = () => getClaim(at.store, at.call(at.ann), at.claim.id);
const rule = async (rules: PatchRules) => {
  const { revision } = await getNewsroom(at.store);
  return changeNewsroom(at.store, at.call(at.ann), revision, { rules });
};
const approve = (who: Who) => approveClaim(at.store, at.call(who), at.claim.id);
const withdraw = async (who: Who, revision?: number) =>
  withdrawApproval(at.store, at.call(who), at.claim.id, revision ?? (await claimNow()).revision);
const patch = async (who: Who, said: Parameters<typeof changeClaim>[4]) =>
  changeClaim(at.store, at.call(who), at.claim.id, (await claimNow()).revision, said);
const history = () => claimHistory(at.store, at.call(at.ann), at.claim.id);
const code = (name: string) => expect.objectContaining({ code: name });

describe('an approval', () => {
  it('is somebody else’s than the verdict, by whichever way it is asked for', async () => {
    await patch(at.ed, { verdict: 'false' });
    await expect(approve(at.ed)).rejects.toThrow(code('approval-own'));
    await expect(patch(at.ed, { status: 'approved' })).rejects.toThrow(code('approval-own'));
    await expect(patch(at.ed, { verdict: 'true', status: 'approved' })).rejects.toThrow(code('approval-own'));
    expect(await claimNow()).toMatchObject({ verdict: 'false', status: 'open', approvals: [] });
    expect(await approve(at.ann)).toMatchObject({ status: 'approved', approvals: [{ by: 'ann' }] });
  });

  it('of reasons without a verdict is somebody else’s than who wrote them', async () => {
    await patch(at.ed, { verdict: null, rationale: 'Nothing to rate.' });
    await expect(approve(at.ed)).rejects.toThrow(code('approval-own'));
    expect(await approve(at.ann)).toMatchObject({ status: 'approved' });
  });

  it('is one’s own where the newsroom does not ask for a second person', async () => {
    await rule({ secondPerson: false });
    await patch(at.ed, { verdict: 'false' });
    expect(await approve(at.ed)).toMatchObject({ status: 'approved', verdictBy: 'ed', approvedBy: 'ed' });
  });

  it('is given by as many as the severity asks for, each once, and each is in the record', async () => {
    await rule({ approvers: { critical: 2 } });
    await patch(at.cy, { severity: 'critical' });
    const first = await approve(at.ed);
    expect(first).toMatchObject({ status: 'in-review', approvedBy: null, approvals: [{ by: 'ed' }] });
    await expect(approve(at.ed)).rejects.toThrow(code('approval-twice'));
    const last = await approve(at.ann);
    expect(last).toMatchObject({ status: 'approved', approvedBy: 'ann', approvals: [{ by: 'ed' }, { by: 'ann' }] });
    const told = (await history()).filter(({ kind }) => kind === 'claim.approved');
    expect(told.map(({ by, after }) => [by, Object(after).approvals.length, after?.needed])).toEqual([
      ['ed', 1, 2],
      ['ann', 2, 2],
    ]);
  });

  it('is taken back by who gave it, and by nobody else; another’s stands', async () => {
    await rule({ approvers: { unset: 2 } });
    await approve(at.ed);
    await expect(withdraw(at.ann)).rejects.toThrow(code('approval-not-given'));
    await expect(withdraw(at.cy)).rejects.toThrow(code('forbidden'));
    await expect(withdraw(at.ed, (await claimNow()).revision - 1)).rejects.toThrow(code('stale'));
    expect(await withdraw(at.ed)).toMatchObject({ status: 'in-review', approvals: [] });
    await approve(at.ed);
    await approve(at.ann);
    const back = await withdraw(at.ann);
    expect(back).toMatchObject({ status: 'in-review', approvedBy: null, approvals: [{ by: 'ed' }] });
    expect(await claimNow()).toEqual(back);
    expect((await history()).at(-1)).toMatchObject({
      kind: 'claim.unapproved',
      by: 'ann',
      before: { status: 'approved', approvals: [{ by: 'ed' }, { by: 'ann' }] },
      after: { status: 'in-review', approvals: [{ by: 'ed' }] },
    });
    expect(await approve(at.ann)).toMatchObject({ status: 'approved', approvedBy: 'ann' });
  });

  it('goes with what it covers, and with the words', async () => {
    await rule({ approvers: { unset: 2 } });
    await approve(at.ed);
    expect(await patch(at.cy, { rationale: 'Seen again.' })).toMatchObject({ status: 'in-review', approvals: [] });
    await approve(at.ed);
    await rewriteYear(at, '1988');
    expect(await claimNow()).toMatchObject({ approvals: [{ by: 'ed' }] });
    const { revision } = await claimNow();
    expect(await confirmClaim(at.store, at.call(at.cy), at.claim.id, revision)).toMatchObject({ approvals: [] });
  });

  it('is of none of several when the claim leaves its reviewers', async () => {
    await rule({ approvers: { unset: 2 } });
    await approve(at.ed);
    expect(await patch(at.cy, { status: 'awaiting-source' })).toMatchObject({ approvals: [] });
  });

  it('is asked for anew when the claim has become graver', async () => {
    await rule({ approvers: { critical: 2 } });
    await approve(at.ed);
    const graver = await patch(at.cy, { severity: 'critical' });
    expect(graver).toMatchObject({ status: 'in-review', approvedBy: null, approvals: [{ by: 'ed' }] });
    expect(await approve(at.ann)).toMatchObject({ status: 'approved' });
  });
});

describe('what a verdict must stand on', () => {
  const needs = (need: 'one' | 'two-or-primary') => rule({ sources: { [at.article.scale]: { true: need } } });
  const cite = async (stance: 'supports' | 'context', source: { title: string; url?: string; publisher?: string }) =>
    addCitation(at.store, at.call(at.cy), at.claim.id, { source, stance });

  it('is told with its reasons, in words too', async () => {
    await needs('two-or-primary');
    await expect(approve(at.ed)).rejects.toMatchObject({
      code: 'rules-unmet',
      extra: {
        reasons: [{ code: 'two-or-primary', needed: 2, found: 1 }],
        errors: [{ path: 'citations', message: expect.stringContaining('primary source') }],
      },
    });
    await cite('context', { title: 'A guide' });
    await expect(approve(at.ed)).rejects.toThrow(code('rules-unmet'));
    await cite('supports', { title: 'The Gazette', publisher: 'The Gazette' });
    expect(await approve(at.ed)).toMatchObject({ status: 'approved' });
  });

  it.each<[string, (at: Desk) => Promise<unknown>]>([
    ['its citation goes', ({ store, call, cy, citation }) => dropCitation(store, call(cy), citation.id, 1)],
    [
      'it turns out to give context alone',
      ({ store, call, cy, citation }) => changeCitation(store, call(cy), citation.id, 1, { stance: 'context' }),
    ],
    [
      'its source is not primary after all',
      ({ store, call, cy, source }) => changeSource(store, call(cy), source.id, 2, { tier: 'secondary' }),
    ],
  ])('takes the approval along when %s', async (_, goes) => {
    await needs('two-or-primary');
    await changeSource(at.store, at.call(at.cy), at.source.id, 1, { tier: 'primary' });
    await approve(at.ed);
    await goes(at);
    expect(await claimNow()).toMatchObject({ status: 'in-review', approvedBy: null, approvals: [] });
    expect((await history()).at(-1)).toMatchObject({ by: 'cy', after: { reason: 'rules-unmet', status: 'in-review' } });
  });
});

describe('a claim that is sent back', () => {
  it('says who, when and why until it goes to its reviewer again, and tells who judged it and who is to check it', async () => {
    await patch(at.ann, { assigneeId: at.ed.id });
    const back = await returnClaim(at.store, at.call(at.ann), at.claim.id, 'Ask the archive.');
    expect(back).toMatchObject({ status: 'checking', returned: { by: 'ann', note: 'Ask the archive.' } });
    expect(await getClaim(at.store, at.call(at.vi), at.claim.id)).toMatchObject({ returned: { by: 'ann', note: '' } });
    const told = await at.store.read
      .select()
      .from(notifications)
      .where(and(eq(notifications.kind, 'returned'), eq(notifications.claimId, at.claim.id)));
    expect(told.map(({ personId }) => personId).toSorted()).toEqual(['cy', 'ed']);
    expect(await patch(at.cy, { rationale: 'Asked.' })).toMatchObject({ returned: { by: 'ann' } });
    expect(await patch(at.cy, { status: 'in-review' })).toMatchObject({ returned: null });
  });
});
