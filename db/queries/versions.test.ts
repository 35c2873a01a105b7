import { Transform } from 'prosemirror-transform';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleSchema } from '@/core/article/schema';
import { createClaim } from '@/db/changes/create-claim';
import { editText } from '@/db/changes/edit-text';
import { restoreVersion, takeDraft } from '@/db/changes/take-draft';
import { type Desk, desk, text } from '@/db/testing/desk';
import { readArticle } from './articles';
import { candidatesOf } from './candidates';
import { stepsAfter } from './steps';
import { listVersions, versionText } from './versions';

let at: Desk;
beforeEach(async () => {
  at = await desk();
});
afterEach(() => at.drop());

const plain = text.replaceAll('\n\n', '\n');
/** Types words at the article's beginning, so many minutes after noon. */
async function type(words: string, minutes: number, who = at.ed, clientId = 'desk') {
  const { doc, article } = await readArticle(at.store, at.call(at.ed), at.article.id);
  const steps = new Transform(doc).insert(1, articleSchema.text(words)).steps.map((step) => step.toJSON());
  const call = { ...at.call(who), at: new Date(Date.UTC(2026, 5, 1, 12, minutes)).toISOString() };
  return editText(at.store, call, at.article.id, { version: article.version, clientId, steps });
}
const listed = async () =>
  (await listVersions(at.store, at.call(at.vi), at.article.id)).map(({ version, kind, by }) => [version, kind, by]);

describe('the list of versions', () => {
  it('begins with the import', async () => {
    expect(await listVersions(at.store, at.call(at.vi), at.article.id)).toEqual([
      { version: 0, kind: 'imported', by: 'ed', at: at.article.createdAt, origin: null, restored: null },
    ]);
  });

  it('gathers what one person typed in a sitting, under its last step', async () => {
    await type('a', 0);
    await type('b', 20);
    await type('c', 49);
    await type('d', 80);
    await type('e', 81, at.ann);
    await type('f', 82);
    expect(await listed()).toEqual([
      [6, 'edited', 'ed'],
      [5, 'edited', 'ann'],
      [4, 'edited', 'ed'],
      [3, 'edited', 'ed'],
      [0, 'imported', 'ed'],
    ]);
  });

  it('has every draft as one, whatever its steps, and what was brought back', async () => {
    await type('a', 0);
    const body = { text: `Another.\n\n${text.split('\n\n')[1]}\n\nOnce more.`, origin: 'second.txt' };
    const { version } = await takeDraft(at.store, at.call(at.ed), at.article.id, body);
    expect(version).toBeGreaterThan(2);
    await type('b', 1);
    const { version: last } = await restoreVersion(at.store, at.call(at.ann), at.article.id, 1);
    expect(await listed()).toEqual([
      [last, 'restored', 'ann'],
      [version + 1, 'edited', 'ed'],
      [version, 'draft', 'ed'],
      [1, 'edited', 'ed'],
      [0, 'imported', 'ed'],
    ]);
    const [restored, , draft] = await listVersions(at.store, at.call(at.ed), at.article.id);
    expect([restored!.restored, draft!.origin]).toEqual([1, 'second.txt']);
  });

  it('hides nothing that somebody types under the name of a draft', async () => {
    const { version } = await takeDraft(at.store, at.call(at.ed), at.article.id, { text: 'Another.' });
    const { clientIds } = await stepsAfter(at.store, at.call(at.ed), at.article.id, version - 1);
    await type('x', 5, at.ann, clientIds[0]);
    expect((await listed())[0]).toEqual([version + 1, 'edited', 'ann']);
  });
});

describe('the text at a version', () => {
  it('is each as it was, from the import to now, long after it was typed', async () => {
    for (let count = 0; count < 205; count++) await type('x', 0);
    for (const version of [205, 1, 200, 199, 0])
      expect(await versionText(at.store, at.call(at.vi), at.article.id, version)).toMatchObject({
        version,
        text: 'x'.repeat(version) + plain,
        doc: { type: 'doc' },
      });
  });

  it.each([-1, 1, 0.5])('is none at %d', async (version) => {
    const answer = versionText(at.store, at.call(at.vi), at.article.id, version);
    await expect(answer).rejects.toMatchObject({ code: 'version-unknown' });
  });
});

describe('where an orphan could be', () => {
  it('is shown with the likeliest first, for every place that is gone', async () => {
    const anchors = [{ exact: 'The mayor called it the longest bridge in the country.' }];
    const { record } = await createClaim(at.store, at.call(at.ed), at.article.id, { anchors });
    const draft = 'Nobody knows, they say, how high it is or which is the longest bridge of all.\n\nIt rained.';
    await takeDraft(at.store, at.call(at.ed), at.article.id, { text: draft });
    const { version, items } = await candidatesOf(at.store, at.call(at.vi), record.id);
    expect(version).toBeGreaterThan(0);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ anchorId: record.anchors[0]!.id, state: 'orphaned' });
    const doc = (await readArticle(at.store, at.call(at.vi), at.article.id)).doc;
    for (const { from, to, exact, similarity } of items[0]!.candidates) {
      expect(doc.textBetween(from, to, '\n')).toBe(exact);
      expect(similarity).toBeGreaterThan(0);
      expect(similarity).toBeLessThanOrEqual(1);
    }
    const alike = items[0]!.candidates.map(({ similarity }) => similarity);
    expect(alike).toEqual(alike.toSorted((a, b) => b - a));
    expect(items[0]!.candidates[0]!.exact).toContain('the longest bridge');
  });

  it('is where its words stand again, once somebody typed them anew', async () => {
    const anchors = [{ exact: 'The mayor called it the longest bridge in the country.' }];
    const { record } = await createClaim(at.store, at.call(at.ed), at.article.id, { anchors });
    await takeDraft(at.store, at.call(at.ed), at.article.id, { text: 'Once more: it rained.' });
    for (const word of [...'The mayor called it the longest bridge in the country. '].reverse()) await type(word, 0);
    expect((await candidatesOf(at.store, at.call(at.vi), record.id)).items).toMatchObject([
      { candidates: [{ from: 1, to: 55, exact: anchors[0]!.exact, similarity: 1 }] },
    ]);
  });

  it('is asked of nothing that stands', async () => {
    expect(await candidatesOf(at.store, at.call(at.vi), at.claim.id)).toEqual({ version: 0, items: [] });
  });
});

it('a reading of several statements sees one moment, whatever is committed meanwhile', async () => {
  const seen = await at.store.see(async (db) => {
    const before = await readArticle({ ...at.store, see: (reading) => reading(db) }, at.call(at.ed), at.article.id);
    await type('x', 0);
    const after = await readArticle({ ...at.store, see: (reading) => reading(db) }, at.call(at.ed), at.article.id);
    return [before.article.version, after.article.version];
  });
  expect(seen).toEqual([0, 0]);
  expect((await readArticle(at.store, at.call(at.ed), at.article.id)).article.version).toBe(1);
});
