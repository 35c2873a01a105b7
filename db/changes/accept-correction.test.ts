import { Transform } from 'prosemirror-transform';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleSchema } from '@/core/article/schema';
import type { CreateClaim } from '@/core/claim/claim';
import { articleText, readArticle } from '@/db/queries/articles';
import { getClaim } from '@/db/queries/claims';
import { eventsAfter, lastEventId } from '@/db/queries/events';
import { type Desk, desk } from '@/db/testing/desk';
import { acceptCorrection, applyCorrections } from './accept-correction';
import { createClaim } from './create-claim';
import { deleteArticle } from './delete-article';
import { editText } from './edit-text';
import { rejectCorrection } from './reject-correction';

let at: Desk;
beforeEach(async () => {
  at = await desk();
});
afterEach(() => at.drop());

const me = () => at.call(at.ed);
const mark = async (body: CreateClaim) => (await createClaim(at.store, at.call(at.cy), at.article.id, body)).record;
const claimNow = (id: string) => getClaim(at.store, me(), id);
const textNow = async () => (await articleText(at.store, me(), at.article.id)).text;
const kinds = async (since: number) =>
  (await eventsAfter(at.store, me(), at.article.id, since)).map(({ kind }) => kind);
async function insert(words: string, before: string) {
  const { doc, article } = await readArticle(at.store, me(), at.article.id);
  const text = doc.textBetween(0, doc.content.size, '\n\n');
  const { steps } = new Transform(doc).insert(text.indexOf(before) + 1, articleSchema.text(words));
  const sent = { version: article.version, clientId: 'a', steps: steps.map((step) => step.toJSON()) };
  await editText(at.store, me(), at.article.id, sent);
}
const euros = { exact: 'The bridge cost forty million euros.' };
const twice = {
  anchors: [
    { ...euros, suffix: ' It opened' },
    { ...euros, prefix: 'Once more: ' },
  ],
  correction: 'The bridge cost some forty-two million euros.',
  verdict: 'false',
};

describe('a correction that is accepted', () => {
  it('replaces the words at every place, word by word, and waits for its recheck', async () => {
    const claim = await mark(twice);
    const last = await lastEventId(at.store);
    const after = await acceptCorrection(at.store, me(), claim.id, 1);
    expect((await textNow()).match(/The bridge cost some forty-two million euros\./g)).toHaveLength(2);
    expect(after.anchors).toMatchObject(
      twice.anchors.map(() => ({ exact: euros.exact, current: twice.correction, state: 'changed' })),
    );
    expect(after).toMatchObject({ correction: null, verdict: 'false', version: expect.any(Number) });
    expect(await claimNow(claim.id)).toEqual(after);
    expect(await kinds(last)).toEqual(['article.edited', 'anchor.changed', 'anchor.changed', 'correction.accepted']);
    // The claim beside it only moved.
    expect(await claimNow(at.claim.id)).toMatchObject({ revision: 1, anchors: [{ state: 'anchored' }] });
  });

  it('leaves a place alone whose words are not the ones judged, unless it is named as it reads', async () => {
    const claim = await mark(twice);
    await insert('new ', 'bridge cost forty million euros. It');
    const [changed] = (await claimNow(claim.id)).anchors;
    expect(changed).toMatchObject({ state: 'changed', current: 'The new bridge cost forty million euros.' });
    const after = await acceptCorrection(at.store, me(), claim.id, 2);
    expect(await textNow()).toMatch(
      /^The new bridge cost forty million euros\. It[\s\S]*Once more: The bridge cost some forty-two/,
    );
    expect(after.correction).toBeNull();
  });

  it('goes in at the places that still read as they were seen', async () => {
    const claim = await mark(twice);
    await insert('new ', 'bridge cost forty million euros. It');
    const [first, other] = (await claimNow(claim.id)).anchors;
    const seen = { [first!.id]: first!.current!, [other!.id]: 'something else' };
    const after = await acceptCorrection(at.store, me(), claim.id, 2, seen);
    expect(after.anchors.map(({ current }) => current)).toEqual([twice.correction, euros.exact]);
  });

  it('covers what it put in at its edges, and takes a place away with all of its words', async () => {
    const wider = await mark({ anchors: [{ exact: 'longest' }], correction: 'second longest, or third,' });
    expect((await acceptCorrection(at.store, me(), wider.id, 1)).anchors[0]!.current).toBe('second longest, or third,');
    const none = await mark({ anchors: [{ exact: ' in the country' }], correction: '' });
    expect((await acceptCorrection(at.store, me(), none.id, 1)).anchors[0]).toMatchObject({ state: 'orphaned' });
    expect(await textNow()).toContain('The mayor called it the second longest, or third, bridge.');
  });

  it('that says what stands there already is done, and writes no text', async () => {
    const claim = await mark({ anchors: [{ exact: 'longest' }], correction: 'longest' });
    expect(await acceptCorrection(at.store, me(), claim.id, 1)).toMatchObject({
      correction: null,
      version: 0,
      revision: 2,
    });
  });

  it.each<[string, CreateClaim, number, string]>([
    ['there is none', { anchors: [{ exact: 'longest' }] }, 1, 'correction-missing'],
    ['it was made of another revision', { anchors: [{ exact: 'longest' }], correction: 'x' }, 2, 'stale'],
    [
      'it would take a block’s edge out',
      { anchors: [{ exact: '1987.\nThe mayor' }], correction: '1987, as the mayor' },
      1,
      'correction-across-blocks',
    ],
  ])('is refused when %s', async (_, body, revision, code) => {
    const claim = await mark(body);
    const [before, last] = [await textNow(), await lastEventId(at.store)];
    await expect(acceptCorrection(at.store, me(), claim.id, revision)).rejects.toMatchObject({ code });
    expect([await textNow(), await lastEventId(at.store)]).toEqual([before, last]);
  });

  it('is refused when its words are no longer there as seen', async () => {
    const claim = await mark({ anchors: [{ exact: 'longest' }], correction: 'x' });
    const seen = { [claim.anchors[0]!.id]: 'shortest' };
    await expect(acceptCorrection(at.store, me(), claim.id, 1, seen)).rejects.toMatchObject({
      code: 'correction-outdated',
    });
    await expect(acceptCorrection(at.store, me(), claim.id, 1, {})).rejects.toMatchObject({
      code: 'correction-outdated',
    });
  });

  it('is an editor’s to accept and to turn down', async () => {
    const claim = await mark({ anchors: [{ exact: 'longest' }], correction: 'x' });
    for (const who of [at.cy, at.vi]) {
      const call = at.call(who);
      await expect(acceptCorrection(at.store, call, claim.id, 1)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(rejectCorrection(at.store, call, claim.id, 'no', 1)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(applyCorrections(at.store, call, at.article.id, [])).rejects.toMatchObject({ code: 'forbidden' });
    }
    await deleteArticle(at.store, me(), at.article.id, 1);
    await expect(acceptCorrection(at.store, me(), claim.id, 1)).rejects.toMatchObject({ code: 'absent' });
  });
});

it('several corrections go in together, and one that cannot hinders no other', async () => {
  const good = await mark({ anchors: [{ exact: 'longest' }], correction: 'shortest' });
  const none = await mark({ anchors: [{ exact: 'The mayor' }] });
  const old = await mark({ anchors: [{ exact: 'country' }], correction: 'land' });
  const more = await mark({ anchors: [{ exact: 'Once more' }], correction: 'Again' });
  const chosen = [
    { id: good.id, revision: 1 },
    { id: none.id, revision: 1 },
    { id: old.id, revision: 7 },
    { id: 'nobody', revision: 1 },
    { id: more.id, revision: 1 },
  ];
  const { applied, refused, version } = await applyCorrections(at.store, me(), at.article.id, chosen);
  expect(applied).toEqual([good.id, more.id]);
  expect(refused).toMatchObject([
    { id: none.id, code: 'correction-missing' },
    { id: old.id, code: 'stale' },
    { id: 'nobody', code: 'absent' },
  ]);
  expect(refused.every(({ detail }) => detail.length > 0)).toBe(true);
  expect(version).toBe((await readArticle(at.store, me(), at.article.id)).article.version);
  expect(await textNow()).toMatch(/the shortest bridge in the country\.\nAgain: /);
});

it('a correction that is turned down leaves the text, and its reason stays in the event', async () => {
  const claim = await mark({ anchors: [{ exact: 'longest' }], correction: 'shortest' });
  const [before, last] = [await textNow(), await lastEventId(at.store)];
  expect(await rejectCorrection(at.store, me(), claim.id, 'It is the longest.', 1)).toMatchObject({ correction: null });
  expect(await textNow()).toBe(before);
  expect(await eventsAfter(at.store, me(), at.article.id, last)).toMatchObject([
    { kind: 'correction.rejected', before: { correction: 'shortest' }, after: { note: 'It is the longest.' } },
  ]);
  await expect(rejectCorrection(at.store, me(), claim.id, 'Again.', 2)).rejects.toMatchObject({
    code: 'correction-missing',
  });
});
