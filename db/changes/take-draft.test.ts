import { count, eq } from 'drizzle-orm';
import { Fragment, Node, Slice } from 'prosemirror-model';
import { ReplaceStep, Step, Transform } from 'prosemirror-transform';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleSchema } from '@/core/article/schema';
import { getArticle, readArticle } from '@/db/queries/articles';
import { getClaim } from '@/db/queries/claims';
import { eventsAfter, lastEventId } from '@/db/queries/events';
import { stepsAfter } from '@/db/queries/steps';
import { anchors, docs, placements, steps, strokes } from '@/db/schema/schema';
import { type Desk, desk, text } from '@/db/testing/desk';
import { Follower } from '@/db/testing/follower';
import { createClaim } from './create-claim';
import { deleteArticle } from './delete-article';
import { deleteClaim } from './delete-claim';
import { editText } from './edit-text';
import { restoreVersion, takeDraft } from './take-draft';

let at: Desk;
beforeEach(async () => {
  at = await desk();
});
afterEach(() => at.drop());

const [first, second, third] = text.split('\n\n') as [string, string, string];
const me = () => at.call(at.ed);
const take = (draft: string, more: object = {}, taking = {}) =>
  takeDraft(at.store, me(), at.article.id, { text: draft, ...more }, taking);
const mark = async (exact: string, suffix?: string) =>
  (await createClaim(at.store, me(), at.article.id, { anchors: [{ exact, ...(suffix ? { suffix } : {}) }] })).record;
const claimNow = (id = at.claim.id) => getClaim(at.store, me(), id);
const placeOf = async (id?: string) => (await claimNow(id)).anchors[0]!;
async function stored() {
  const rows: Record<string, number> = { events: await lastEventId(at.store) };
  for (const [name, table] of Object.entries({ steps, docs, strokes, placements }))
    rows[name] = (await at.store.read.select({ n: count() }).from(table))[0]!.n;
  const { updatedAt, revision } = await getArticle(at.store, me(), at.article.id);
  return { ...rows, updatedAt, revision, claim: await claimNow() };
}

describe('a new draft', () => {
  it('becomes the text by steps, and every anchor goes where its words are', async () => {
    const mayor = await mark('The mayor called it the longest bridge in the country.');
    const once = await mark('Once more');
    const draft = ['An old bridge. It opened in 1987.', third, 'The mayor called it the longest bridge in the land.'];
    const { version, anchors: counts, followed } = await take(draft.join('\n\n'));
    expect(version).toBeGreaterThan(0);
    expect((await readArticle(at.store, me(), at.article.id)).doc.textContent).toBe(draft.join(''));
    expect(counts.kept + counts.moved + counts.changed + counts.orphaned).toBe(followed.length);
    expect(await placeOf()).toMatchObject({ state: 'anchored', current: 'It opened in 1987.' });
    expect(await placeOf(once.id)).toMatchObject({ state: 'anchored', current: 'Once more' });
    expect(await placeOf(mayor.id)).toMatchObject({
      state: 'changed',
      exact: 'The mayor called it the longest bridge in the country.',
      current: 'The mayor called it the longest bridge in the land.',
    });
    for (const one of followed) {
      const now = await placeOf(one.claimId);
      expect({ from: one.from, to: one.to, current: one.current }).toEqual({
        from: now.from,
        to: now.to,
        current: now.current,
      });
    }
  });

  it.each<[string, string[], object]>([
    ['the same words where they were', ['Intro.', first, second, third], { kept: 1 }],
    ['the paragraph at another place', [second, third, first], { moved: 1 }],
    ['other words in the sentence', [first.replace('1987.', '1988.'), second, third], { changed: 1 }],
    ['no such sentence', [second, third], { orphaned: 1 }],
  ])('counts what became of an anchor: %s', async (_, blocks, counted) => {
    const none = { kept: 0, moved: 0, changed: 0, orphaned: 0 };
    const { anchors: dry } = await take(blocks.join('\n\n'), {}, { dryRun: true });
    expect(dry).toEqual({ ...none, ...counted });
    expect((await take(blocks.join('\n\n'))).anchors).toEqual(dry);
  });

  it('that is only looked at changes nothing', async () => {
    const before = await stored();
    const taking = { dryRun: true };
    const { followed, draft, version } = await take(`${second}\n\n${third}`, { title: 'Another' }, taking);
    expect(version).toBe(0);
    expect(followed).toMatchObject([{ claimId: at.claim.id, outcome: 'orphaned', current: null }]);
    expect(draft).toMatchObject({ title: 'Another' });
    expect(await stored()).toEqual(before);
  });

  it('that is the same changes nothing, the second time either', async () => {
    const before = await stored();
    expect(await take(text)).toMatchObject({ version: 0, anchors: { kept: 1 } });
    expect(await stored()).toEqual(before);
    const { version } = await take(`${second}\n\n${third}`);
    const after = await stored();
    expect(await take(`${second}\n\n${third}`)).toMatchObject({ version, anchors: { orphaned: 1 } });
    expect(await stored()).toEqual(after);
  });

  it('keeps the claims of a paragraph that was cut and pasted elsewhere, without a revision', async () => {
    const { revision } = await claimNow();
    await take([second, third, first].join('\n\n'));
    expect(await claimNow()).toMatchObject({
      revision,
      anchors: [{ state: 'anchored', current: 'It opened in 1987.' }],
    });
  });

  it('brings an orphan of long ago back with its words, and deleted claims along', async () => {
    const gone = await mark('The mayor called it');
    await deleteClaim(at.store, me(), gone.id, 1);
    await take(third);
    await take('Something else.');
    expect(await placeOf()).toMatchObject({ state: 'orphaned' });
    await take(`New.\n\n${first}\n\n${second}`);
    expect(await placeOf()).toMatchObject({ state: 'anchored', current: 'It opened in 1987.' });
    const [row] = await at.store.read.select().from(anchors).where(eq(anchors.claimId, gone.id));
    expect(row).toMatchObject({ lost: null, from: expect.any(Number) });
  });

  it('changes the title and language when it says them, and the article’s revision then', async () => {
    await take(text, { title: ' Bridges ', language: 'fr' });
    expect(await getArticle(at.store, me(), at.article.id)).toMatchObject({
      title: 'Bridges',
      language: 'fr',
      version: 0,
      revision: 2,
    });
    await take(text, { title: 'Bridges' });
    expect(await getArticle(at.store, me(), at.article.id)).toMatchObject({ revision: 2 });
  });

  it('is refused when the article is not at the version it was looked at', async () => {
    await take(third);
    const { version } = await getArticle(at.store, me(), at.article.id);
    for (const dryRun of [true, false])
      await expect(take(text, {}, { version: 0, dryRun })).rejects.toMatchObject({
        code: 'behind',
        extra: { version },
      });
    expect((await take(text, {}, { version })).version).toBeGreaterThan(version);
  });

  it('is refused to who may not, and where the article is not there', async () => {
    for (const who of [at.cy, at.vi])
      await expect(takeDraft(at.store, at.call(who), at.article.id, { text: 'x' })).rejects.toMatchObject({
        code: 'forbidden',
      });
    await deleteArticle(at.store, me(), at.article.id, 1);
    await expect(take('x')).rejects.toMatchObject({ code: 'absent' });
    await expect(restoreVersion(at.store, me(), at.article.id, 0)).rejects.toMatchObject({ code: 'absent' });
  });
});

describe('an old version brought back', () => {
  it('brings a claim back whole of whose words too little was left to be followed', async () => {
    const exact = 'The mayor called it the longest bridge in the country.';
    const mayor = await mark(exact);
    const { from, to } = mayor.anchors[0]!;
    const { version } = at.article;
    const rest = new Slice(Fragment.from(articleSchema.text('zzz')), 0, 0);
    const typed = new ReplaceStep(from! + 3, to!, rest).toJSON();
    const edited = await editText(at.store, me(), at.article.id, { version, clientId: 'c', steps: [typed] });
    expect(await placeOf(mayor.id)).toMatchObject({ state: 'changed' });
    await restoreVersion(at.store, me(), at.article.id, version, { version: edited.version });
    expect(await placeOf(mayor.id)).toMatchObject({ state: 'anchored', current: exact });
  });

  it('brings its orphans back, one by one as they went', async () => {
    const others = [await mark('forty million euros.', ' It'), await mark('The mayor'), await mark('in the country')];
    for (const words of ['It opened in 1987.', 'forty million', 'The mayor', 'in the country']) {
      const { doc, article } = await readArticle(at.store, me(), at.article.id);
      const start = doc.textBetween(0, doc.content.size, '\n\n').indexOf(words) + 1;
      const { steps } = new Transform(doc).delete(start, start + words.length);
      const sent = { version: article.version, clientId: 'a', steps: steps.map((step) => step.toJSON()) };
      await editText(at.store, me(), at.article.id, sent);
    }
    const lost = await at.store.read.select({ lost: anchors.lost }).from(anchors);
    expect(lost.filter(({ lost }) => lost !== null)).toHaveLength(3);
    const { version, anchors: counts } = await restoreVersion(at.store, me(), at.article.id, 0);
    expect(counts.orphaned + counts.changed).toBe(0);
    for (const id of [at.claim.id, ...others.map(({ id }) => id)])
      expect(await placeOf(id)).toMatchObject({ state: 'anchored' });
    expect((await readArticle(at.store, me(), at.article.id)).doc.textContent).toBe([first, second, third].join(''));
    expect(await restoreVersion(at.store, me(), at.article.id, version)).toMatchObject({ version });
  });

  it('remembers the words of an anchor that a rewritten paragraph left without a place', async () => {
    await take([first.replace('It opened in 1987.', 'It never did, say in 1986.'), second, third].join('\n\n'));
    const [row] = await at.store.read.select().from(anchors);
    if (row!.from === null) expect(row!.lost).toMatchObject({ version: 0, exact: 'It opened in 1987.' });
    await take([second, third].join('\n\n'));
    expect(await placeOf()).toMatchObject({ state: 'orphaned' });
    await restoreVersion(at.store, me(), at.article.id, 0);
    expect(await placeOf()).toMatchObject({ state: 'anchored', current: 'It opened in 1987.' });
  });

  it.each([-1, 0.5, 99, Number.NaN])('is none at %d', async (version) => {
    await expect(restoreVersion(at.store, me(), at.article.id, version)).rejects.toMatchObject({
      code: 'version-unknown',
    });
  });
});

it('the steps from 0 to the version always make the text, and the anchors with their placements', async () => {
  await mark('The mayor');
  const begun = await Promise.all((await at.store.read.select().from(anchors)).map(async (one) => one));
  await take([third, second].join('\n\n'));
  const { doc: now, article } = await readArticle(at.store, me(), at.article.id);
  const typed = new Transform(now).insert(1, articleSchema.text('So: ')).steps.map((step) => step.toJSON());
  await editText(at.store, me(), at.article.id, { version: article.version, clientId: 'a', steps: typed });
  await restoreVersion(at.store, me(), at.article.id, 0);
  await take([first, third].join('\n\n'));
  const told = await stepsAfter(at.store, me(), at.article.id, 0);
  let doc = Node.fromJSON(articleSchema, told.start);
  for (const json of told.steps) doc = Step.fromJSON(articleSchema, json).apply(doc).doc!;
  const { doc: whole, version } = await getArticle(at.store, me(), at.article.id);
  expect(doc.toJSON()).toEqual(whole);
  expect(told.steps).toHaveLength(version);
  const follower = Follower.of({ doc: told.start, version: 0 }, begun);
  follower.take(told);
  const rows = await at.store.read.select({ id: anchors.id, from: anchors.from, to: anchors.to }).from(anchors);
  expect(follower.anchors).toEqual(rows.sort((a, b) => (a.id < b.id ? -1 : 1)));
  const strokesTold = (await eventsAfter(at.store, me(), at.article.id, 0)).filter(
    ({ kind }) => kind === 'article.edited',
  );
  expect(strokesTold.map(({ after }) => after?.stroke)).toEqual(['draft', undefined, 'restored', 'draft']);
});
