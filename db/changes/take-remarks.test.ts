import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importArticle } from '@/core/article/import/import-article';
import { bareRemark, type Remark } from '@/core/article/import/remark';
import { articleText } from '@/core/article/text';
import { listClaims } from '@/db/queries/claims';
import { type Desk, desk } from '@/db/testing/desk';
import { addRemarks } from './add-remarks';
import { createArticle } from './create-article';

const words = 'The weir is 40 m wide.\n\nIt was built in 1902 by the city.';
let at: Desk;
beforeEach(async () => {
  at = await desk();
});
afterEach(() => at.drop());

/** Remarks on passages of `words`, as an import brings them. */
function imported(...remarks: [exact: string, about: Partial<Remark>][]) {
  const read = importArticle({ format: 'text', content: words });
  const text = articleText(read.doc);
  const placed = remarks.map(([exact, about]) => {
    const start = text.text.indexOf(exact);
    const place = { from: text.positionAt(start, 1), to: text.positionAt(start + exact.length, -1) };
    return { ...bareRemark([place]), ...about };
  });
  return { ...read, remarks: placed };
}
const thread = (...bodies: string[]): Remark['threads'][number] => ({
  resolved: false,
  comments: bodies.map((body, nth) => ({ author: nth === 0 ? 'Lena' : 'Otto', at: null, body })),
});
const source = {
  title: 'Archive',
  publisher: null,
  stance: 'context',
  quote: null,
  locator: null,
  consulted: null,
} as const;

describe('createArticle with remarks', () => {
  const bring = async (read: ReturnType<typeof imported>, body = {}) => {
    const { record } = await createArticle(at.store, at.call(at.ed), { text: words, ...body }, read);
    return { article: record, claims: (await listClaims(at.store, at.call(at.ed), record.id)).items };
  };

  it('makes a claim of each on exactly its words, with thread, source and what was said of it', async () => {
    const { claims } = await bring(
      imported(
        [
          '40 m wide',
          { threads: [thread('Says who?', 'The plan.')], sources: [{ ...source, url: 'https://city.example/plan' }] },
        ],
        ['built in 1902', { verdict: 'False', rationale: 'It was 1912.', severity: 'major' }],
      ),
    );
    expect(claims.map(({ anchors }) => anchors.map(({ exact, current }) => [exact, current]))).toEqual([
      [['40 m wide', '40 m wide']],
      [['built in 1902', 'built in 1902']],
    ]);
    const [first, second] = claims;
    expect(first!.comments.map(({ body, author, parentId }) => [body, author, parentId === null])).toEqual([
      ['Says who?', 'Lena', true],
      ['The plan.', 'Otto', false],
    ]);
    expect(first!.citations[0]).toMatchObject({
      accessedAt: null,
      source: { url: 'https://city.example/plan', kind: 'web' },
    });
    expect(second).toMatchObject({
      verdict: 'false',
      rationale: 'It was 1912.',
      severity: 'major',
      verdictBy: at.ed.id,
    });
  });

  it('keeps a verdict that the scale does not know as a comment', async () => {
    const { claims } = await bring(imported(['40 m wide', { verdict: 'Half a lie' }]));
    expect(claims[0]).toMatchObject({ verdict: null, comments: [{ body: 'Half a lie' }] });
  });

  it('takes an address that the newsroom knows for the source that it is', async () => {
    const url = 'https://archive.example.org/bridge/';
    const { claims } = await bring(
      imported(['40 m wide', { sources: [{ ...source, url }] }], ['built in 1902', { sources: [{ ...source, url }] }]),
    );
    expect(claims.map(({ citations }) => citations[0]!.sourceId)).toEqual([at.source.id, at.source.id]);
  });

  it('makes none where they are not wanted', async () => {
    const { claims } = await bring(imported(['40 m wide', {}]), { remarks: 'none' });
    expect(claims).toEqual([]);
  });
});

describe('addRemarks', () => {
  it('adds to the claim on the same words what was said since, once, and leaves its verdict alone', async () => {
    const { record: article } = await createArticle(at.store, at.call(at.ed), { text: words });
    const remarks = imported(['built in 1902', { verdict: 'True', threads: [thread('Sure?')] }]).remarks;
    expect(await addRemarks(at.store, at.call(at.cy), article.id, 0, remarks)).toEqual({ created: 1, known: 0 });
    const later = imported(['built in 1902', { verdict: 'False', threads: [thread('Sure?', 'Yes.')] }]).remarks;
    for (let turn = 0; turn < 2; turn++)
      expect(await addRemarks(at.store, at.call(at.cy), article.id, 0, later)).toEqual({ created: 0, known: 1 });
    const { items } = await listClaims(at.store, at.call(at.cy), article.id);
    expect(items).toHaveLength(1);
    expect(items[0]!.verdict).toBe('true');
    expect(items[0]!.comments.map(({ body }) => body)).toEqual(['Sure?', 'Yes.']);
  });

  it('refuses remarks on a text that has changed since', async () => {
    const { record: article } = await createArticle(at.store, at.call(at.ed), { text: words });
    await expect(addRemarks(at.store, at.call(at.cy), article.id, 3, [])).rejects.toMatchObject({ code: 'stale' });
  });

  it('is not for a viewer', async () => {
    await expect(addRemarks(at.store, at.call(at.vi), at.article.id, 0, [])).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
