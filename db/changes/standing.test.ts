import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClaimStatus } from '@/core/claim/claim';
import type { Stance, Standing } from '@/core/source/source';
import { claimHistory, getClaim } from '@/db/queries/claims';
import { eventsAfter } from '@/db/queries/events';
import { sourceClaims } from '@/db/queries/sources';
import { approvals, claims, notifications } from '@/db/schema/schema';
import { type Desk, desk } from '@/db/testing/desk';
import { addCitation } from './add-citation';
import { changeArticle } from './change-article';
import { changeClaim } from './change-claim';
import { changeSource } from './change-source';
import { createArticle } from './create-article';
import { createClaim } from './create-claim';
import { deleteClaim } from './delete-claim';
import { setStanding } from './set-standing';

let at: Desk;
beforeEach(async () => {
  at = await desk();
});
afterEach(() => at.drop());

const mark = (standing: Standing, reason: string | null = null) =>
  setStanding(at.store, at.call(at.ed), at.source.id, { standing, reason });
const told = () => at.store.read.select().from(notifications);

/** Puts a claim where work would have brought it. */
const put = (id: string, status: ClaimStatus) =>
  at.store.change(async (tx) => {
    await tx.update(claims).set({ status }).where(eq(claims.id, id));
  });

/** A claim in this status that cites the source, in an article of its own. */
async function claimOn(status: ClaimStatus, stance: Stance = 'supports', by = at.cy) {
  const { record: article } = await createArticle(at.store, at.call(at.ed), { text: 'Bees make honey.' });
  const { record } = await createClaim(at.store, at.call(by), article.id, {
    anchors: [{ exact: 'Bees' }],
    verdict: 'true',
  });
  await addCitation(at.store, at.call(by), record.id, { sourceId: at.source.id, stance });
  await put(record.id, status);
  return { article, claim: await getClaim(at.store, at.call(at.ed), record.id) };
}

describe('a source that falls', () => {
  it.each<[ClaimStatus, ClaimStatus]>([
    ['approved', 'checking'],
    ['in-review', 'checking'],
    ['checking', 'checking'],
    ['open', 'open'],
    ['awaiting-source', 'awaiting-source'],
    ['disputed', 'disputed'],
  ])('takes a claim that is %s to %s, with the reason in its record', async (status, then) => {
    const { claim } = await claimOn(status);
    await mark('fallen', 'The letter is forged.');
    const now = await getClaim(at.store, at.call(at.ed), claim.id);
    expect(now).toMatchObject({ status: then, approvedBy: null, revision: claim.revision + 1, verdict: 'true' });
    expect(now.citations[0]!.source).toMatchObject({ standing: 'fallen', standingReason: 'The letter is forged.' });
    const last = (await claimHistory(at.store, at.call(at.cy), claim.id)).at(-1);
    expect(last).toMatchObject({
      kind: 'claim.recheck',
      sourceId: at.source.id,
      after: { title: 'City archive', standing: 'fallen', note: 'The letter is forged.' },
    });
    expect(last?.after?.status).toBe(status === then ? undefined : then);
  });

  it('leaves what it is only context for, and what is deleted', async () => {
    const { claim: context } = await claimOn('approved', 'context');
    const { claim: deleted } = await claimOn('approved');
    await deleteClaim(at.store, at.call(at.ed), deleted.id, deleted.revision);
    await mark('doubtful', 'He was not there.');
    expect(await getClaim(at.store, at.call(at.ed), context.id)).toEqual({
      ...context,
      citations: [expect.objectContaining({ source: expect.objectContaining({ standing: 'doubtful' }) })],
    });
    const after = await claimHistory(at.store, at.call(at.ed), context.id);
    expect(after.map(({ kind }) => kind)).not.toContain('claim.recheck');
  });

  it('takes every approval away', async () => {
    const { claim } = await claimOn('approved');
    await at.store.change(async (tx) => {
      await tx.insert(approvals).values({ claimId: claim.id, personId: at.ed.id, at: '2026-03-01T00:00:00Z' });
    });
    await mark('fallen', 'Forged.');
    expect(await at.store.read.select().from(approvals)).toEqual([]);
  });

  it('moves claims when it gets worse, and none when it recovers or its reason is put otherwise', async () => {
    const { claim } = await claimOn('approved');
    const status = async () => (await getClaim(at.store, at.call(at.ed), claim.id)).status;
    for (const [standing, reason, then] of [
      ['doubtful', 'Unsure.', 'checking'],
      ['doubtful', 'Very unsure.', 'approved'],
      ['fallen', 'Forged.', 'checking'],
      ['doubtful', 'Partly forged.', 'approved'],
      ['sound', null, 'approved'],
      ['fallen', 'Forged after all.', 'checking'],
    ] as const) {
      await put(claim.id, 'approved');
      expect(await mark(standing, reason)).toMatchObject({ standing, standingReason: reason, standingBy: at.ed.id });
      expect(await status()).toBe(then);
    }
  });

  it('tells who checks the claim and who judged it, once each, and never who did it', async () => {
    const { claim } = await claimOn('in-review');
    await changeClaim(at.store, at.call(at.ed), claim.id, claim.revision, { assigneeId: at.ann.id });
    await at.store.change(async (tx) => {
      await tx.delete(notifications);
    });
    await mark('fallen', 'Forged.');
    const rows = (await told()).filter(({ claimId }) => claimId === claim.id);
    expect(rows.map(({ personId, kind }) => [personId, kind]).sort()).toEqual([
      ['ann', 'recheck'],
      ['cy', 'recheck'],
    ]);
  });

  it('reaches into articles that the editor may not open, and tells them nothing of those', async () => {
    const { article, claim } = await claimOn('approved');
    await changeArticle(at.store, at.call(at.ed), article.id, article.revision, {
      access: { kind: 'restricted', people: ['cy'] },
    });
    const before = await sourceClaims(at.store, at.call(at.ann), at.source.id);
    const answer = await setStanding(at.store, at.call(at.ann), at.source.id, {
      standing: 'fallen',
      reason: 'Forged.',
    });
    expect(JSON.stringify([before, answer])).not.toContain(article.id);
    expect((await getClaim(at.store, at.call(at.cy), claim.id)).status).toBe('checking');
    expect((await told()).filter(({ articleId }) => articleId === article.id).map(({ personId }) => personId)).toEqual([
      'cy',
    ]);
  });

  it('that is confidential takes the claim back for everybody, and is named to those alone who may know it', async () => {
    const { article, claim } = await claimOn('approved', 'supports', at.ed);
    await changeSource(at.store, at.call(at.cy), at.source.id, 1, { confidential: true });
    const since = 0;
    await mark('fallen', 'He withdrew.');
    for (const by of [at.vi, { ...at.cy, id: 'other' }]) {
      const events = await eventsAfter(at.store, at.call(by), article.id, since);
      const last = events.filter(({ kind }) => kind === 'claim.recheck');
      expect(last).toMatchObject([{ claimId: claim.id, sourceId: null, after: { status: 'checking' } }]);
      expect(JSON.stringify(events)).not.toMatch(/withdrew|City archive/);
    }
    const known = await eventsAfter(at.store, at.call(at.ed), article.id, since);
    expect(JSON.stringify(known)).toMatch(/withdrew/);
  });

  it('is an editor’s to say', async () => {
    const said = { standing: 'fallen' as const, reason: 'Forged.' };
    for (const by of [at.cy, at.vi])
      await expect(setStanding(at.store, at.call(by), at.source.id, said)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(setStanding(at.store, at.call(at.ed), at.source.id, said, 7)).rejects.toMatchObject({ code: 'stale' });
  });
});
