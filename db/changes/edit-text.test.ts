import { asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { Slice } from 'prosemirror-model';
import { ReplaceStep, Transform } from 'prosemirror-transform';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { articleSchema } from '@/core/article/schema';
import { articleText } from '@/core/article/text';
import { getArticle, readArticle } from '@/db/queries/articles';
import { getClaim } from '@/db/queries/claims';
import { eventsAfter, lastEventId } from '@/db/queries/events';
import { stepsAfter } from '@/db/queries/steps';
import { versionText } from '@/db/queries/versions';
import { toldOnce } from '@/db/records/claim';
import { anchors, claims, steps as stepRows } from '@/db/schema/schema';
import { type Desk, desk } from '@/db/testing/desk';
import { Follower } from '@/db/testing/follower';
import { Hand, randomEdit } from '@/db/testing/random-edits';
import { callsOf, person, temporaryStore } from '@/db/testing/temporary-store';
import { addAnchor } from './add-anchor';
import { createArticle } from './create-article';
import { createClaim } from './create-claim';
import { deleteArticle } from './delete-article';
import { deleteClaim } from './delete-claim';
import { editText } from './edit-text';

const put = (words: string) => articleSchema.text(words);

describe('an edit', () => {
  let at: Desk;
  beforeEach(async () => {
    at = await desk();
  });
  afterEach(() => at.drop());

  const docNow = async () => (await readArticle(at.store, at.call(at.ed), at.article.id)).doc;
  const edit = async (change: (edit: Transform) => Transform, clientId = 'desk-1') => {
    const { doc, article } = await readArticle(at.store, at.call(at.ed), at.article.id);
    const steps = change(new Transform(doc)).steps.map((step) => step.toJSON());
    return editText(at.store, at.call(at.ed), at.article.id, { version: article.version, clientId, steps });
  };
  const claimNow = () => getClaim(at.store, at.call(at.ed), at.claim.id);
  const happened = async (since: number) =>
    (await eventsAfter(at.store, at.call(at.ann), at.article.id, since)).map(({ kind, claimId, before, after }) => ({
      kind,
      claimId,
      before,
      after,
    }));
  const wordsOf = async (claimId: string) => (await getClaim(at.store, at.call(at.ed), claimId)).anchors[0]!.current;

  it('is stored step by step, with who made it and when', async () => {
    expect(await edit((edit) => edit.insert(1, put('So: ')).insert(1, put('Well. ')))).toEqual({
      version: 2,
      reanchored: [],
    });
    const rows = await at.store.read.select().from(stepRows).orderBy(asc(stepRows.version));
    expect(rows.map(({ version, by, clientId }) => [version, by, clientId])).toEqual([
      [1, 'ed', 'desk-1'],
      [2, 'ed', 'desk-1'],
    ]);
    expect(rows[0]!.at).toBe(rows[1]!.at);
    expect(rows[0]!.at).toMatch(/^2026-03-02T09:/);
    expect(articleText(await docNow()).text).toMatch(/^Well\. So: The bridge/);
  });

  it('is refused behind, with what its maker lacks, and changes nothing', async () => {
    await edit((edit) => edit.insert(1, put('A')), 'desk-1');
    await edit((edit) => edit.insert(1, put('B')), 'desk-2');
    const last = await lastEventId(at.store);
    const mine = new Transform(await docNow()).insert(1, put('C')).steps.map((step) => step.toJSON());
    const late = { version: 1, clientId: 'desk-1', steps: mine };
    await expect(editText(at.store, at.call(at.ed), at.article.id, late)).rejects.toMatchObject({
      code: 'behind',
      extra: {
        version: 2,
        clientIds: ['desk-2'],
        steps: [{ stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: 'B' }] } }],
        reanchored: [],
      },
    });
    await expect(editText(at.store, at.call(at.ed), at.article.id, { ...late, version: 9 })).rejects.toMatchObject({
      code: 'behind',
      extra: { version: 2, steps: [] },
    });
    expect(await lastEventId(at.store)).toBe(last);
  });

  it('that comes twice is refused the second time with its own steps, so that its maker knows that it arrived', async () => {
    const steps = [new ReplaceStep(1, 1, new Slice((await docNow()).slice(1, 4).content, 0, 0)).toJSON()];
    const sent = { version: 0, clientId: 'desk-1', steps };
    const answers = await Promise.allSettled([1, 2].map(() => editText(at.store, at.call(at.ed), at.article.id, sent)));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(answers[1]).toMatchObject({ reason: { code: 'behind', extra: { clientIds: ['desk-1'], version: 1 } } });
  });

  it.each<[string, (edit: Transform) => Transform, string | null, string, number]>([
    [
      'before it shifts it and raises nothing',
      (edit) => edit.insert(1, put('Now: ')),
      'It opened in 1987.',
      'anchored',
      1,
    ],
    ['after it leaves it', (edit) => edit.insert(60, put('Now: ')), 'It opened in 1987.', 'anchored', 1],
    ['of its typography changes no words', (edit) => edit.insert(40, put(' ')), 'It  opened in 1987.', 'anchored', 1],
    ['in it changes it', (edit) => edit.insert(51, put('May ')), 'It opened in May 1987.', 'changed', 2],
    ['over it orphans it', (edit) => edit.delete(36, 56), null, 'orphaned', 2],
    [
      'twice in it is one change',
      (edit) => edit.insert(51, put('y ')).insert(51, put('Ma')),
      'It opened in May 1987.',
      'changed',
      2,
    ],
    ['and back is none', (edit) => edit.insert(51, put('May ')).delete(51, 55), 'It opened in 1987.', 'anchored', 1],
  ])('%s', async (_, change, current, state, revision) => {
    const before = await claimNow();
    const last = await lastEventId(at.store);
    await edit(change);
    const after = await claimNow();
    expect(after).toMatchObject({ revision, anchors: [{ exact: 'It opened in 1987.', current, state }] });
    expect(after.version).toBeGreaterThan(0);
    expect({ ...after, anchors: [], revision: 0, version: 0, updatedAt: '', repeats: [] }).toEqual({
      ...before,
      anchors: [],
      revision: 0,
      version: 0,
      updatedAt: '',
      repeats: [],
    });
    const [edited, ...changed] = await happened(last);
    expect(edited).toMatchObject({ kind: 'article.edited', before: { version: 0 }, after: { version: after.version } });
    expect(changed).toEqual(
      revision === 1
        ? []
        : [
            {
              kind: 'anchor.changed',
              claimId: at.claim.id,
              before: {
                anchorId: before.anchors[0]!.id,
                exact: 'It opened in 1987.',
                current: 'It opened in 1987.',
                state: 'anchored',
              },
              after: { anchorId: before.anchors[0]!.id, current, state },
            },
          ],
    );
  });

  it('that puts an orphan’s words back brings it back, and says where', async () => {
    const { id } = at.claim.anchors[0]!;
    const gone = (await docNow()).slice(0, 57).content;
    expect(await edit((edit) => edit.delete(0, 57))).toEqual({ version: 1, reanchored: [] });
    const [row] = await at.store.read.select().from(anchors).where(eq(anchors.id, id));
    expect(row).toMatchObject({
      from: null,
      to: null,
      lost: { version: 0, from: 38, to: 56, exact: 'It opened in 1987.' },
    });
    const { reanchored } = await edit((edit) => edit.replace(0, 0, new Slice(gone, 0, 0)));
    expect(reanchored).toEqual([{ version: 2, anchors: [{ id, from: 38, to: 56 }] }]);
    expect(await claimNow()).toMatchObject({ revision: 3, anchors: [{ state: 'anchored', from: 38 }] });
    const [back] = await at.store.read.select().from(anchors).where(eq(anchors.id, id));
    expect(back!.lost).toBeNull();
  });

  it('shifts what moves and leaves what stays between, in one batch', async () => {
    const made = [];
    const forty = { exact: 'forty million', suffix: ' euros. It' };
    for (const selector of [forty, { exact: 'opened in' }, { exact: 'The mayor' }, { exact: 'longest' }])
      made.push((await createClaim(at.store, at.call(at.cy), at.article.id, { anchors: [selector] })).record.id);
    // A letter more before the first, one less before the second and the third, one more before the last.
    const change = (edit: Transform) => edit.insert(1, put('x')).delete(37, 38).insert(70, put('y'));
    await edit(change);
    expect(await Promise.all(made.map(wordsOf))).toEqual(['forty million', 'opened in', 'The mayor', 'longest']);
  });

  it('is refused to who may not, and where the article is not there', async () => {
    const steps = [{ stepType: 'replace', from: 1, to: 1 }];
    const one = { version: 0, clientId: 'x', steps };
    for (const who of [at.cy, at.vi])
      await expect(editText(at.store, at.call(who), at.article.id, one)).rejects.toMatchObject({ code: 'forbidden' });
    await deleteArticle(at.store, at.call(at.ann), at.article.id, 1);
    await expect(editText(at.store, at.call(at.ed), at.article.id, one)).rejects.toMatchObject({ code: 'absent' });
  });

  it('that fails leaves no text behind that another version could be taken for', async () => {
    const { store } = at;
    const doc = await docNow();
    const sent = (words: string) =>
      new Transform(doc)
        .insert(1, put(words))
        .insert(1, put(words))
        .steps.map((s) => s.toJSON());
    const failing = store.change(async (tx) => {
      await editText({ ...store, change: (work) => work(tx) }, at.call(at.ed), at.article.id, {
        version: 0,
        clientId: 'a',
        steps: sent('lost '),
      });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const steps = [...sent('kept '), { stepType: 'replace', from: 1, to: 2 }];
    await editText(store, at.call(at.ed), at.article.id, { version: 0, clientId: 'b', steps });
    expect((await versionText(store, at.call(at.ed), at.article.id, 2)).text).toMatch(/^kept kept The/);
  });
});

/** An article of many kinds of block, with the same words here and there. */
const markdown = `
# The bridge

The bridge cost *forty* million euros. It opened in 1987.

- The mayor came.
- It rained **all** day, and it rained all night.

> So it was said:
>
> The bridge cost forty million euros.

| Year | Cost |
| ---- | ---- |
| 1987 | forty million |
| 1988 | nothing |

\`\`\`
cost = 40
\`\`\`

It opened in 1987. The mayor came.
`;

describe('anchors through edits', () => {
  let home: Awaited<ReturnType<typeof temporaryStore>>;
  beforeAll(async () => {
    home = await temporaryStore();
  });
  afterAll(() => home.drop());

  it('stand where a desk has them that hears of steps only, and each claim’s row says where', {
    timeout: 240_000,
  }, async () => {
    const { store } = home;
    const calls = callsOf();
    const ed = await person(store, 'Ed', 'editor');
    const call = () => ({ ...calls(ed), newId: () => crypto.randomUUID() });
    const place = fc.tuple(fc.nat(400), fc.oneof(fc.nat(12), fc.nat(80)));
    const marked = fc.array(fc.array(place, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 });
    const batches = fc.array(fc.array(randomEdit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(marked, batches, fc.nat(3), async (marked, batches, deleted) => {
        const { record } = await createArticle(store, call(), { markdown, language: 'en' });
        for (const [index, places] of marked.entries()) {
          let claim: { id: string; revision: number } | null = null;
          for (const [from, length] of places) {
            const selector = { from, to: from + length + 1, version: 0 };
            const made: Promise<{ id: string; revision: number }> = claim
              ? addAnchor(store, call(), claim.id, claim.revision, selector)
              : createClaim(store, call(), record.id, { anchors: [selector] }).then((one) => one.record);
            claim = await made.catch(() => claim);
          }
          if (claim && index === deleted) await deleteClaim(store, call(), claim.id, claim.revision);
        }
        const rows = () =>
          store.read
            .select()
            .from(anchors)
            .innerJoin(claims, eq(claims.id, anchors.claimId))
            .where(eq(claims.articleId, record.id))
            .orderBy(anchors.createdAt, anchors.id);
        const anchorRows = async () => (await rows()).map((row) => row.anchors);
        const start = await anchorRows();
        const follower = Follower.of({ doc: (await getArticle(store, call(), record.id)).doc, version: 0 }, start);
        const hand = new Hand();
        let undo: Transform | null = null;
        for (const [index, batch] of batches.entries()) {
          const made: Transform = new Transform(follower.doc);
          // Now and then a batch is undone by the next.
          if (undo && index % 3 === 2)
            for (const [at, step] of [...undo.steps.entries()].reverse()) made.step(step.invert(undo.docs[at]!));
          else for (const one of batch) hand.make(made, one);
          undo = made;
          if (made.steps.length === 0) continue;
          const before = await rows();
          const steps = made.steps.map((step) => step.toJSON());
          await editText(store, call(), record.id, { version: follower.version, clientId: 'a', steps });
          follower.take(await stepsAfter(store, call(), record.id, follower.version));
          expect(follower.doc.toJSON()).toEqual((await getArticle(store, call(), record.id)).doc);

          const after = await rows();
          const kept = after.map((row) => row.anchors);
          expect(kept.map(({ id, from, to }) => ({ id, from, to })).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
            follower.anchors,
          );
          for (const { anchors: anchor, claims: claim } of after) {
            const own = kept.filter(({ claimId }) => claimId === claim.id);
            const { place, reach, state } = claim;
            expect({ place, reach, state }).toEqual(toldOnce(follower.doc, own));
            expect(anchor.lost !== null).toBe(anchor.from === null);
            expect(anchor.exact).toBe(start.find(({ id }) => id === anchor.id)!.exact);
          }
          for (const { id, revision, deletedAt } of after.map((row) => row.claims)) {
            const was = before.filter((row) => row.claims.id === id);
            const turned = was.some((row) => {
              const now = after.find(({ anchors }) => anchors.id === row.anchors.id)!;
              return stateOf(made.before, row.anchors) !== stateOf(made.doc, now.anchors);
            });
            expect(revision - was[0]!.claims.revision).toBe(turned ? 1 : 0);
            if (deletedAt) continue;
            const shown = (await getClaim(store, call(), id)).anchors;
            for (const { from, to, id } of shown)
              expect({ id, from, to }).toEqual(follower.anchors.find((one) => one.id === id));
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

function stateOf(doc: Transform['doc'], anchor: typeof anchors.$inferSelect) {
  return toldOnce(doc, [anchor]).state;
}
