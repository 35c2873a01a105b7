import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Progress } from '@/core/article/article';
import { type Claim, claimState, claimStatuses } from '@/core/claim/claim';
import { inReadingOrder } from '@/core/claim/reading-order';
import { Problem } from '@/core/problem';
import { addAnchor } from '@/db/changes/add-anchor';
import { changeArticle } from '@/db/changes/change-article';
import { changeClaim } from '@/db/changes/change-claim';
import { createClaim } from '@/db/changes/create-claim';
import { deleteClaim } from '@/db/changes/delete-claim';
import { dropAnchor } from '@/db/changes/drop-anchor';
import { moveAnchor } from '@/db/changes/move-anchor';
import { restoreClaim } from '@/db/changes/restore-claim';
import { type Desk, desk } from '@/db/testing/desk';
import { getArticle } from './articles';
import { listClaims } from './claims';

/** What a person does to the claim that is `pick`ed, or to the article. */
const act = fc.record({
  what: fc.constantFrom('create', 'judge', 'status', 'delete', 'restore', 'add', 'move', 'drop', 'scale'),
  pick: fc.nat(7),
  start: fc.nat(90),
  length: fc.integer({ min: 1, max: 20 }),
  verdict: fc.constantFrom('true', 'false', 'unverifiable', null),
  status: fc.constantFrom(...claimStatuses),
});

describe('the progress of an article', () => {
  it('is what a recount of its claims gives, whatever was done to them', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), async (acts) => {
        const at = await desk();
        try {
          for (const one of acts) await perform(at, one);
          const me = at.call(at.ann);
          const { items } = await listClaims(at.store, me, at.article.id);
          expect((await getArticle(at.store, me, at.article.id)).progress).toEqual(recount(items));
          expect(items.map(({ id }) => id)).toEqual(inReadingOrder(items).map(({ id }) => id));
        } finally {
          await at.drop();
        }
      }),
      { numRuns: 20 },
    );
  });
});

async function perform(
  at: Desk,
  { what, pick, start, length, verdict, status }: typeof act extends fc.Arbitrary<infer A> ? A : never,
) {
  const { store, article } = at;
  const me = () => at.call(at.ann);
  const { items } = await listClaims(store, me(), article.id);
  const { items: deleted } = await listClaims(store, me(), article.id, { deleted: true });
  const claim = items[pick % Math.max(items.length, 1)];
  const place = { start, end: start + length };
  try {
    if (what === 'create') await createClaim(store, me(), article.id, { anchors: [place], verdict, status });
    if (what === 'scale') {
      const { revision, scale } = await getArticle(store, me(), article.id);
      await changeArticle(store, me(), article.id, revision, {
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
