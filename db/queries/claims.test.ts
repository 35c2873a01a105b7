import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inReadingOrder } from '@/core/claim/reading-order';
import { addAnchor } from '@/db/changes/add-anchor';
import { changeClaim } from '@/db/changes/change-claim';
import { changeSource } from '@/db/changes/change-source';
import { createClaim } from '@/db/changes/create-claim';
import { deleteClaim } from '@/db/changes/delete-claim';
import { dropAnchor } from '@/db/changes/drop-anchor';
import { moveAnchor } from '@/db/changes/move-anchor';
import { restoreClaim } from '@/db/changes/restore-claim';
import { returnClaim } from '@/db/changes/return-claim';
import { anchors, claims, NOWHERE } from '@/db/schema/schema';
import { type Desk, desk } from '@/db/testing/desk';
import { claimHistory, getClaim, listClaims } from './claims';

let at: Desk;
beforeEach(async () => {
  at = await desk();
});
afterEach(() => at.drop());

const me = () => at.call(at.ann);
const mark = async (start: number, end: number, fields = {}) =>
  (await createClaim(at.store, me(), at.article.id, { anchors: [{ start, end }], ...fields })).record;
const list = (query = {}) => listClaims(at.store, me(), at.article.id, query);
const idsOf = async (query = {}) => (await list(query)).items.map(({ id }) => id);

describe('listClaims', () => {
  it('gives the claims in reading order, page by page the same as at once', async () => {
    for (const [start, end] of [
      [60, 70],
      [4, 10],
      [4, 20],
      [4, 10],
      [100, 110],
      [0, 3],
    ] as const)
      await mark(start, end);
    const { items, nextCursor } = await list();
    expect(nextCursor).toBeNull();
    expect(items).toHaveLength(7);
    expect(items.map(({ id }) => id)).toEqual(inReadingOrder([...items].reverse()).map(({ id }) => id));
    for (const limit of [1, 2, 3, 6, 7, 8]) {
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ limit, cursor });
        expect(page.items.length).toBeLessThanOrEqual(limit);
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(paged).toEqual(items.map(({ id }) => id));
    }
  });

  it('puts claims whose every passage is gone last, in the order in which they were made', async () => {
    const gone = [await mark(0, 3), await mark(4, 10)];
    await at.store.change(async (tx) => {
      for (const { id } of gone) {
        await tx.update(anchors).set({ from: null, to: null }).where(eq(anchors.claimId, id));
        await tx.update(claims).set({ place: NOWHERE, reach: NOWHERE, state: 'orphaned' }).where(eq(claims.id, id));
      }
    });
    const last = await mark(100, 110);
    expect(await idsOf()).toEqual([at.claim.id, last.id, gone[0]!.id, gone[1]!.id]);
    expect(await idsOf({ state: 'orphaned' })).toEqual([gone[0]!.id, gone[1]!.id]);
    const [orphan] = (await list({ state: 'orphaned' })).items;
    expect(orphan!.anchors).toMatchObject([{ from: null, to: null, start: null, end: null, current: null }]);
  });

  it('narrows by status, verdict, assignee and state', async () => {
    const wrong = await mark(0, 3, { verdict: 'false', assigneeId: 'cy' });
    const waiting = await mark(4, 10, { status: 'awaiting-source' });
    const first = at.claim.id;
    expect(await idsOf({ status: 'awaiting-source' })).toEqual([waiting.id]);
    expect(await idsOf({ verdict: 'false' })).toEqual([wrong.id]);
    expect(await idsOf({ verdict: null })).toEqual([waiting.id]);
    expect(await idsOf({ assignee: 'cy' })).toEqual([wrong.id]);
    expect(await idsOf({ assignee: null })).toEqual([waiting.id, first]);
    expect(await idsOf({ state: 'anchored', verdict: 'true' })).toEqual([first]);
    expect(await idsOf({ state: 'changed' })).toEqual([]);
  });

  it('refuses a cursor that it did not give', async () => {
    for (const cursor of ['x', 'bnVsbA', Buffer.from('[1,2]').toString('base64url')])
      await expect(list({ cursor })).rejects.toMatchObject({ code: 'malformed' });
  });

  it('leaves deleted claims out until they are restored, and has them for the bin', async () => {
    await deleteClaim(at.store, me(), at.claim.id, 1);
    expect(await idsOf()).toEqual([]);
    expect(await idsOf({ deleted: true })).toEqual([at.claim.id]);
    await expect(getClaim(at.store, me(), at.claim.id)).rejects.toMatchObject({ code: 'absent' });
    const restored = await restoreClaim(at.store, me(), at.claim.id);
    expect(restored).toMatchObject({
      revision: 3,
      deletedAt: null,
      verdict: 'true',
      citations: [{ quote: expect.any(String) }],
    });
    expect(await idsOf()).toEqual([at.claim.id]);
  });
});

describe('a claim’s anchors', () => {
  it('raise its revision, and keep the words that were judged', async () => {
    const two = await addAnchor(at.store, me(), at.claim.id, 1, { start: 0, end: 37 });
    expect(two).toMatchObject({
      revision: 2,
      anchors: [{ exact: 'The bridge cost forty million euros. ' }, { exact: 'It opened in 1987.' }],
    });
    const [first, second] = two.anchors;
    const moved = await moveAnchor(at.store, me(), at.claim.id, second!.id, 2, { exact: 'the longest bridge' });
    expect(moved).toMatchObject({
      revision: 3,
      anchors: [
        { state: 'anchored' },
        { exact: 'It opened in 1987.', current: 'the longest bridge', state: 'changed' },
      ],
    });
    expect(await idsOf({ state: 'changed' })).toEqual([at.claim.id]);
    const one = await dropAnchor(at.store, me(), at.claim.id, second!.id, 3);
    expect(one).toMatchObject({ revision: 4, anchors: [{ id: first!.id }] });
    expect(await idsOf({ state: 'changed' })).toEqual([]);
    const last = dropAnchor(at.store, me(), at.claim.id, first!.id, 4);
    await expect(last).rejects.toMatchObject({ code: 'last-anchor' });
    await expect(dropAnchor(at.store, me(), at.claim.id, second!.id, 4)).rejects.toMatchObject({ code: 'absent' });
  });

  it('are refused when their positions are of another version', async () => {
    const anchorsOf = [{ from: 1, to: 4, version: 3 }];
    const made = createClaim(at.store, me(), at.article.id, { anchors: anchorsOf });
    await expect(made).rejects.toMatchObject({ code: 'stale', extra: { version: 0 } });
  });

  it('are one where a place is named twice', async () => {
    const { record } = await createClaim(at.store, me(), at.article.id, {
      anchors: [
        { start: 0, end: 3 },
        { from: 1, to: 4, version: 0 },
      ],
    });
    expect(record.anchors).toHaveLength(1);
  });

  it('are offered the other places that say the same', async () => {
    const claim = await mark(0, 36);
    expect(claim.repeats).toMatchObject([{ exact: 'The bridge cost forty million euros.' }]);
    const { start, end } = claim.repeats[0]!;
    const both = await addAnchor(at.store, me(), claim.id, 1, { start, end });
    expect(both.repeats).toEqual([]);
  });
});

describe('claimHistory', () => {
  it('tells what happened to a claim, its places, its citations and its sources, in order', async () => {
    await changeClaim(at.store, me(), at.claim.id, 1, { verdict: 'half-true' });
    await addAnchor(at.store, me(), at.claim.id, 2, { start: 0, end: 3 });
    await changeSource(at.store, me(), at.source.id, 1, { tier: 'primary' });
    await returnClaim(at.store, me(), at.claim.id, 'Ask again.');
    await mark(0, 10);
    const history = await claimHistory(at.store, me(), at.claim.id);
    expect(history.map(({ kind }) => kind)).toEqual([
      'claim.created',
      'citation.added',
      'claim.changed',
      'anchor.added',
      'source.changed',
      'claim.returned',
    ]);
    expect(history[2]).toMatchObject({
      by: 'ann',
      before: { verdict: 'true', verdictBy: 'cy' },
      after: { verdict: 'half-true', verdictBy: 'ann' },
    });
  });
});
