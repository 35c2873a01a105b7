import { Transform } from 'prosemirror-transform';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleSchema } from '@/core/article/schema';
import type { PatchClaim } from '@/core/claim/claim';
import { readArticle } from '@/db/queries/articles';
import { getClaim } from '@/db/queries/claims';
import { eventsAfter, lastEventId } from '@/db/queries/events';
import { progressOf } from '@/db/queries/progress';
import { type Desk, desk } from '@/db/testing/desk';
import { addAnchor } from './add-anchor';
import { addComment } from './add-comment';
import { approveClaim } from './approve-claim';
import { changeClaim } from './change-claim';
import { closeClaim, reopenClaim } from './close-claim';
import { confirmClaim } from './confirm-claim';
import { editText } from './edit-text';
import { moveAnchor } from './move-anchor';

let at: Desk;
beforeEach(async () => {
  at = await desk();
});
afterEach(() => at.drop());

const me = () => at.call(at.cy);
const claimNow = (who = at.cy) => getClaim(at.store, at.call(who), at.claim.id);
const lastEvent = async (who = at.cy) =>
  (await eventsAfter(at.store, at.call(who), at.article.id, (await lastEventId(at.store)) - 1))[0]!;

/** Replaces words of the article, the first time they come in it. */
async function replace(words: string, others: string) {
  const { doc, article } = await readArticle(at.store, at.call(at.ed), at.article.id);
  const from = doc.textBetween(0, doc.content.size, '\n\n').indexOf(words) + 1;
  const edit = new Transform(doc).delete(from, from + words.length);
  if (others) edit.insert(from, articleSchema.text(others));
  const steps = edit.steps.map((step) => step.toJSON());
  await editText(at.store, at.call(at.ed), at.article.id, { version: article.version, clientId: 'a', steps });
}

describe('a verdict that is confirmed', () => {
  it('is of the words that stand there now, and those judged before stay in the event', async () => {
    await replace('1987', '1988');
    expect(await claimNow()).toMatchObject({ revision: 2, anchors: [{ state: 'changed' }] });
    const after = await confirmClaim(at.store, me(), at.claim.id, 2);
    expect(after).toMatchObject({
      revision: 3,
      verdict: 'true',
      verdictAt: at.claim.verdictAt,
      anchors: [{ state: 'anchored', exact: 'It opened in 1988.', current: 'It opened in 1988.' }],
    });
    expect(await lastEvent()).toMatchObject({
      kind: 'claim.confirmed',
      by: 'cy',
      before: { words: ['It opened in 1987.'] },
      after: { words: ['It opened in 1988.'] },
    });
    expect((await progressOf(at.store.read, me(), [at.article.id])).get(at.article.id)).toMatchObject({ stale: 0 });
  });

  it('where nothing changed is nothing', async () => {
    const last = await lastEventId(at.store);
    expect(await confirmClaim(at.store, me(), at.claim.id, 1)).toEqual(await claimNow());
    expect(await lastEventId(at.store)).toBe(last);
  });

  it('takes only words that still read as they were seen', async () => {
    const two = await addAnchor(at.store, me(), at.claim.id, 1, { exact: 'The mayor' });
    const [first, second] = two.anchors;
    await replace('1987', '1988');
    await replace('mayor', 'major');
    const seen = { [first!.id]: 'It opened in 1988.', [second!.id]: 'The mayo' };
    const { revision } = await claimNow();
    const after = await confirmClaim(at.store, me(), at.claim.id, revision, seen);
    expect(after.anchors.map(({ exact, state }) => [exact, state])).toEqual([
      ['It opened in 1988.', 'anchored'],
      ['The mayor', 'changed'],
    ]);
  });

  it('is refused when what was seen is no longer there, and as stale when another change came first', async () => {
    await replace('1987', '1988');
    const seen = { [at.claim.anchors[0]!.id]: 'It opened in 1989.' };
    const confirm = (revision: number, words = seen) => confirmClaim(at.store, me(), at.claim.id, revision, words);
    await expect(confirm(2)).rejects.toMatchObject({ code: 'words-changed' });
    await expect(confirm(1)).rejects.toMatchObject({ code: 'stale', extra: { current: await claimNow() } });
  });

  it('is no viewer’s', async () => {
    await expect(confirmClaim(at.store, at.call(at.vi), at.claim.id, 1)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('a verdict on words that changed', () => {
  it.each<[string, PatchClaim, string]>([
    ['another verdict', { verdict: 'false' }, 'It opened in 1988.'],
    ['the same verdict', { verdict: 'true' }, 'It opened in 1988.'],
    ['no verdict', { verdict: null }, 'It opened in 1987.'],
    ['a rationale alone', { rationale: 'Asked again.' }, 'It opened in 1987.'],
  ])('takes the words as judged or not: %s', async (_, patch, exact) => {
    await replace('1987', '1988');
    const { anchors } = await changeClaim(at.store, me(), at.claim.id, 2, patch);
    expect(anchors[0]).toMatchObject({ exact, current: 'It opened in 1988.' });
  });

  it('leaves words stale that were not the ones seen', async () => {
    await replace('1987', '1988');
    const words = { [at.claim.anchors[0]!.id]: 'It opened in 1987.' };
    const { anchors } = await changeClaim(at.store, me(), at.claim.id, 2, { verdict: 'false', words });
    expect(anchors[0]).toMatchObject({ exact: 'It opened in 1987.', state: 'changed' });
  });

  const recheck = {
    confirm: (who: Desk['cy']) => confirmClaim(at.store, at.call(who), at.claim.id, 3),
    patch: (who: Desk['cy']) => changeClaim(at.store, at.call(who), at.claim.id, 3, { verdict: 'true' }),
  };
  it.each(['confirm', 'patch'] as const)('is no longer what was approved (%s)', async (way) => {
    await approveClaim(at.store, at.call(at.ed), at.claim.id, 1);
    await replace('1987', '1988');
    expect(await claimNow()).toMatchObject({ status: 'approved', revision: 3 });
    expect(await recheck[way](at.cy)).toMatchObject({ status: 'in-review', approvedBy: null, approvedAt: null });
  });
  it.each(['confirm', 'patch'] as const)('is approved anew by who may approve (%s)', async (way) => {
    const { approvedAt } = await approveClaim(at.store, at.call(at.ed), at.claim.id, 1);
    await replace('1987', '1988');
    const after = await recheck[way](at.ann);
    expect(after).toMatchObject({ status: 'approved', approvedBy: 'ann' });
    expect(after.approvedAt).not.toBe(approvedAt);
  });
  it.each(['confirm', 'patch'] as const)('is judged, but not approved anew, while a query waits (%s)', async (way) => {
    await approveClaim(at.store, at.call(at.ed), at.claim.id, 1);
    await addComment(at.store, at.call(at.cy), at.claim.id, { kind: 'query', to: 'ed', body: 'Which bridge?' });
    expect((await claimNow()).status).toBe('approved');
    await replace('1987', '1988');
    const after = await recheck[way](at.ann);
    expect(after).toMatchObject({ status: 'in-review', approvedBy: null, anchors: [{ exact: 'It opened in 1988.' }] });
    const approving = approveClaim(at.store, at.call(at.ann), at.claim.id, after.revision);
    await expect(approving).rejects.toMatchObject({ code: 'query-unanswered' });
  });
});

describe('a claim whose words are gone', () => {
  const gone = () => replace('It opened in 1987.', '');

  it('is closed with a reason, waits for nobody, and opens again by hand', async () => {
    await gone();
    expect((await progressOf(at.store.read, me(), [at.article.id])).get(at.article.id)).toMatchObject({ orphaned: 1 });
    const closed = await closeClaim(at.store, me(), at.claim.id, 'Cut for length.', 2);
    expect(closed).toMatchObject({ revision: 3, verdict: 'true', closed: { by: 'cy', reason: 'Cut for length.' } });
    expect(await lastEvent()).toMatchObject({ kind: 'claim.closed', after: { note: 'Cut for length.' } });
    expect((await progressOf(at.store.read, me(), [at.article.id])).get(at.article.id)).toMatchObject({ orphaned: 0 });
    expect(await reopenClaim(at.store, me(), at.claim.id, 3)).toMatchObject({ revision: 4, closed: null });
    expect(await reopenClaim(at.store, me(), at.claim.id, 4)).toMatchObject({ revision: 4 });
  });

  it('tells a viewer that it is closed and by whom, and nobody without notes why', async () => {
    await gone();
    await closeClaim(at.store, me(), at.claim.id, 'Cut for length.', 2);
    expect((await claimNow(at.vi)).closed).toMatchObject({ by: 'cy', reason: '' });
    await reopenClaim(at.store, me(), at.claim.id, 3);
    const told = await eventsAfter(at.store, at.call(at.vi), at.article.id, 0);
    expect(JSON.stringify(told)).not.toContain('Cut for length.');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['its words come back', undo],
    [
      'somebody puts it elsewhere',
      () => moveAnchor(at.store, me(), at.claim.id, at.claim.anchors[0]!.id, 3, { exact: 'The mayor' }),
    ],
  ])('opens by itself when %s', async (_, back) => {
    await gone();
    await closeClaim(at.store, me(), at.claim.id, 'Cut.', 2);
    await back();
    expect(await claimNow()).toMatchObject({ closed: null });
  });

  it('is not closed while one of its places stands', async () => {
    await expect(closeClaim(at.store, me(), at.claim.id, 'x', 1)).rejects.toMatchObject({ code: 'not-orphaned' });
    await addAnchor(at.store, me(), at.claim.id, 1, { exact: 'The mayor' });
    await gone();
    const { revision } = await claimNow();
    await expect(closeClaim(at.store, me(), at.claim.id, 'x', revision)).rejects.toMatchObject({
      code: 'not-orphaned',
    });
    await expect(closeClaim(at.store, at.call(at.vi), at.claim.id, 'x', 1)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(reopenClaim(at.store, at.call(at.vi), at.claim.id, 1)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

/** Puts the sentence that the desk's claim is about back where it stood. */
async function undo() {
  const { doc, article } = await readArticle(at.store, at.call(at.ed), at.article.id);
  const steps = new Transform(doc).insert(doc.resolve(1).end(), articleSchema.text('It opened in 1987.')).steps;
  const sent = { version: article.version, clientId: 'a', steps: steps.map((step) => step.toJSON()) };
  await editText(at.store, at.call(at.ed), at.article.id, sent);
}
