import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Progress } from '@/core/article/article';
import { type Claim, claimState, claimStatuses } from '@/core/claim/claim';
import { inReadingOrder } from '@/core/claim/reading-order';
import { Problem } from '@/core/problem';
import { addAnchor } from '@/db/changes/add-anchor';
import { changeArticle } from '@/db/changes/change-article';
import { changeClaim } from '@/db/changes/change-claim';
import { createArticle } from '@/db/changes/create-article';
import { createClaim } from '@/db/changes/create-claim';
import { deleteClaim } from '@/db/changes/delete-claim';
import { dropAnchor } from '@/db/changes/drop-anchor';
import { moveAnchor } from '@/db/changes/move-anchor';
import { restoreClaim } from '@/db/changes/restore-claim';
import { type Desk, desk, text } from '@/db/testing/desk';
import { getArticle } from './articles';
import { listClaims } from './claims';

/** What a person does to the claim that is `pick`ed, or to the article. */
const act = fc.record({
  what: fc.constantFrom(
    ...['create', 'judge', 'status', 'delete', 'restore', 'scale'],
    // More often, since a claim must have several places and one of them elsewhere for most of what can go wrong.
    ...['add', 'add', 'move', 'move', 'drop', 'drop'],
  ),
  pick: fc.nat(2),
  start: fc.nat(90),
  length: fc.integer({ min: 1, max: 20 }),
  verdict: fc.constantFrom('true', 'false', 'unverifiable', null),
  status: fc.constantFrom(...claimStatuses),
});

let at: Desk;
beforeAll(async () => {
  at = await desk();
});
afterAll(() => at.drop());

describe('the progress of an article', () => {
  it('is what a recount of its claims gives, whatever was done to them', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 50 }), async (acts) => {
        const { record } = await createArticle(at.store, at.call(at.ann), { text, language: 'en' });
        for (const one of acts) await perform(record.id, one);
        const { items } = await listClaims(at.store, at.call(at.ann), record.id);
        expect((await getArticle(at.store, at.call(at.ann), record.id)).progress).toEqual(recount(items));
        expect(items.map(({ id }) => id)).toEqual(inReadingOrder(items).map(({ id }) => id));
      }),
      { numRuns: 50 },
    );
  });
});

type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;
async function perform(articleId: string, { what, pick, start, length, verdict, status }: Act) {
  const { store } = at;
  const me = () => at.call(at.ann);
  const { items } = await listClaims(store, me(), articleId);
  const { items: deleted } = await listClaims(store, me(), articleId, { deleted: true });
  const claim = items[pick % Math.max(items.length, 1)];
  const place = { start, end: start + length };
  try {
    if (what === 'create') await createClaim(store, me(), articleId, { anchors: [place], verdict, status });
    if (what === 'scale') {
      const { revision, scale } = await getArticle(store, me(), articleId);
      await changeArticle(store, me(), articleId, revision, {
        scale: scale === 'six-point' ? 'five-point' : 'six-point',
      });
    }
    if (what === 'restore' && deleted[0]) await restoreClaim(store, me(), deleted[0].id);
    if (!claim) return;
    const { id, revision, anchors } = claim;
    if (what === 'judge') await changeClaim(store, me(), id, revision, { verdict });
    if (what === 'status') await changeClaim(store, me(), id, revision, { status });
    if (what === 'delete') await deleteClaim(store, me(), id, revision);
    if (what === 'add') await addAnchor(store, me(), id, revision, place);
    if (what === 'move') await moveAnchor(store, me(), id, anchors[0]!.id, revision, place);
    if (what === 'drop') await dropAnchor(store, me(), id, anchors.at(-1)!.id, revision);
  } catch (error) {
    // What the rules refuse must leave the counts alone too.
    if (!(error instanceof Problem)) throw error;
  }
}

function recount(claims: Claim[]): Progress {
  const progress: Progress = { claims: claims.length, byStatus: {}, byVerdict: {}, stale: 0, orphaned: 0 };
  for (const claim of claims) {
    progress.byStatus[claim.status] = (progress.byStatus[claim.status] ?? 0) + 1;
    progress.byVerdict[claim.verdict ?? ''] = (progress.byVerdict[claim.verdict ?? ''] ?? 0) + 1;
    if (claimState(claim) === 'changed') progress.stale++;
    if (claimState(claim) === 'orphaned') progress.orphaned++;
  }
  return progress;
}
