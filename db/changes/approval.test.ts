import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { Transform } from 'prosemirror-transform';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleSchema } from '@/core/article/schema';
import type { Claim } from '@/core/claim/claim';
import type { Event } from '@/core/event/event';
import type { PatchRules, Rules } from '@/core/newsroom/rules';
import { Problem } from '@/core/problem';
import { readArticle } from '@/db/queries/articles';
import { claimHistory, getClaim } from '@/db/queries/claims';
import { getNewsroom } from '@/db/queries/newsroom';
import { notifications } from '@/db/schema/schema';
import { type Desk, desk } from '@/db/testing/desk';
import { person } from '@/db/testing/temporary-store';
import { addCitation } from './add-citation';
import { addComment } from './add-comment';
import { approveClaim } from './approve-claim';
import { changeCitation } from './change-citation';
import { changeClaim } from './change-claim';
import { changeNewsroom } from './change-newsroom';
import { changeSource } from './change-source';
import { confirmClaim } from './confirm-claim';
import { dropCitation } from './drop-citation';
import { editText } from './edit-text';
import { returnClaim } from './return-claim';

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
const patch = async (who: Who, said: Parameters<typeof changeClaim>[4]) =>
  changeClaim(at.store, at.call(who), at.claim.id, (await claimNow()).revision, said);
const history = () => claimHistory(at.store, at.call(at.ann), at.claim.id);
const code = (name: string) => expect.objectContaining({ code: name });

/** Puts other words in the place of the year. */
async function rewrite(year: string) {
  const { doc, article } = await readArticle(at.store, at.call(at.ed), at.article.id);
  const found = /opened in (\d+)/.exec(doc.textBetween(0, doc.content.size, '\n\n'));
  if (!found) return;
  const from = found.index + 'opened in '.length + 1;
  const edit = new Transform(doc).replaceWith(from, from + found[1]!.length, articleSchema.text(year));
  const steps = edit.steps.map((step) => step.toJSON());
  if (steps.length > 0)
    await editText(at.store, at.call(at.ed), at.article.id, { version: article.version, clientId: 'a', steps });
}

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

  it('goes with what it covers, and with the words', async () => {
    await rule({ approvers: { unset: 2 } });
    await approve(at.ed);
    expect(await patch(at.cy, { rationale: 'Seen again.' })).toMatchObject({ status: 'in-review', approvals: [] });
    await approve(at.ed);
    await rewrite('1988');
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

/** The rules once more, from the record alone: what an approved claim's events must prove. */
function proves(claim: Claim, told: readonly Event[], rules: Rules, scale: string): void {
  const needed = rules.approvers[claim.severity ?? 'unset'];
  expect(new Set(claim.approvals.map(({ by }) => by)).size).toBeGreaterThanOrEqual(needed);
  const anew = told.findLastIndex(
    ({ after, kind }) =>
      kind === 'claim.created' ||
      ['verdict', 'rationale', 'correction', 'words'].some((field) => after && field in after),
  );
  for (const { by, at } of claim.approvals) {
    const given = told.findIndex(
      (event) =>
        event.by === by &&
        event.at === at &&
        Array.isArray(event.after?.approvals) &&
        event.after.approvals.some((one) => one.by === by && one.at === at),
    );
    expect(given, 'an approval of what was said after it').toBeGreaterThanOrEqual(anew);
    if (rules.secondPerson) expect(by).not.toBe(claim.verdictBy);
  }
  const stands = claim.citations.filter(({ stance, source }) => stance !== 'context' && source.standing !== 'fallen');
  const need = rules.sources[scale]?.[claim.verdict ?? ''] ?? 'none';
  const publishers = new Set(stands.map(({ source }) => source.publisher));
  if (need === 'one') expect(stands.length).toBeGreaterThan(0);
  if (need === 'two-or-primary')
    expect(stands.some(({ source }) => source.tier === 'primary') || publishers.size > 1).toBe(true);
  const approvedAt = told.findLastIndex(({ after }) => after?.status === 'approved');
  const asked = claim.comments.filter(({ kind, answeredAt }) => kind === 'query' && answeredAt === null);
  for (const { id } of asked)
    expect(
      told.findIndex(({ after }) => after?.commentId === id),
      'a query that was put before the approval',
    ).toBeGreaterThan(approvedAt);
}

describe('whatever anybody does', () => {
  const deeds = [
    'judge',
    'judge',
    'reason',
    'grave',
    'move',
    'approve',
    'approve',
    'approve',
    'approve',
    'approve by status',
    'return',
    'cite',
    'cite',
    'drop',
    'turn',
    'tier',
    'rewrite',
    'confirm',
    'ask',
    'answer',
  ] as const;
  const deed = fc.record({ does: fc.constantFrom(...deeds), who: fc.nat(3), n: fc.nat(60) });
  const need = fc.constantFrom('none' as const, 'one' as const, 'two-or-primary' as const);
  const rules = fc.record({
    secondPerson: fc.boolean(),
    needs: fc.record({ true: need, false: need }),
    approvers: fc.record({ critical: fc.integer({ min: 1, max: 3 }), unset: fc.integer({ min: 1, max: 2 }) }),
  });

  it('no claim is approved against the rules, and the record of one that is proves it', {
    timeout: 120_000,
  }, async () => {
    let approvals = 0;
    await fc.assert(
      fc.asyncProperty(rules, fc.array(deed, { minLength: 10, maxLength: 40 }), async (asked, done) => {
        await at.drop();
        at = await desk();
        const eve = await person(at.store, 'Eve', 'editor');
        const people = [at.ann, at.ed, at.cy, eve];
        const { article } = at;
        const { rules: inForce } = await rule({
          secondPerson: asked.secondPerson,
          approvers: asked.approvers,
          sources: { [article.scale]: asked.needs },
        });
        for (const { does, who, n } of done) {
          const by = people[who]!;
          const claim = await claimNow();
          const citation = claim.citations[n % Math.max(1, claim.citations.length)];
          try {
            await doOne(does, by, n, claim, citation);
          } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
          }
          const now = await claimNow();
          if (now.status !== 'approved') expect(now.approvedBy).toBeNull();
          else {
            approvals++;
            proves(now, await history(), inForce, article.scale);
          }
        }
      }),
      { numRuns: 15 },
    );
    expect(approvals).toBeGreaterThan(0);
  });

  async function doOne(
    does: (typeof deeds)[number],
    by: Who,
    n: number,
    claim: Claim,
    citation: Claim['citations'][number] | undefined,
  ): Promise<unknown> {
    const { store, call } = at;
    const change = (said: Parameters<typeof changeClaim>[4]) =>
      changeClaim(store, call(by), claim.id, claim.revision, said);
    switch (does) {
      case 'judge':
        return change({ verdict: (['true', 'false', null] as const)[n % 3]! });
      case 'reason':
        return change(n % 2 ? { rationale: `Seen ${n}.` } : { correction: `It is ${n}.` });
      case 'grave':
        return change({ severity: n % 2 ? 'critical' : null });
      case 'move':
        return change({ status: (['open', 'checking', 'in-review', 'disputed', 'query'] as const)[n % 5]! });
      case 'approve':
        return approveClaim(store, call(by), claim.id);
      case 'approve by status':
        return change({ status: 'approved', ...(n % 2 && { verdict: n % 3 ? 'true' : 'false' }) });
      case 'return':
        return returnClaim(store, call(by), claim.id, 'Look again.');
      case 'cite':
        return addCitation(store, call(by), claim.id, {
          source: { title: `Ledger ${n}`, publisher: `Press ${n % 3}`, tier: n % 5 === 0 ? 'primary' : 'secondary' },
          stance: n % 4 === 0 ? 'context' : 'supports',
        });
      case 'drop':
        return citation && dropCitation(store, call(by), citation.id, citation.revision);
      case 'turn':
        return (
          citation &&
          changeCitation(store, call(by), citation.id, citation.revision, { stance: n % 2 ? 'context' : 'refutes' })
        );
      case 'tier':
        return (
          citation &&
          changeSource(store, call(by), citation.sourceId, citation.source.revision, {
            tier: n % 2 ? 'tertiary' : 'primary',
            publisher: `Press ${n % 2}`,
          })
        );
      case 'rewrite':
        return rewrite(String(1980 + n));
      case 'confirm':
        return confirmClaim(store, call(by), claim.id, claim.revision);
      case 'ask':
        return n % 3 === 0 && addComment(store, call(by), claim.id, { body: 'Is it?', kind: 'query', to: at.cy.id });
      case 'answer': {
        const asked = claim.comments.find(({ kind, answeredAt }) => kind === 'query' && answeredAt === null);
        return asked && addComment(store, call(at.cy), claim.id, { body: 'It is.', parentId: asked.id });
      }
    }
  }
});
