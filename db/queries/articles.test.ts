import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleSchema } from '@/core/article/schema';
import { addCitation } from '@/db/changes/add-citation';
import { changeArticle } from '@/db/changes/change-article';
import { changeClaim } from '@/db/changes/change-claim';
import { createArticle } from '@/db/changes/create-article';
import { createClaim } from '@/db/changes/create-claim';
import { deleteArticle } from '@/db/changes/delete-article';
import { deleteClaim } from '@/db/changes/delete-claim';
import { restoreArticle } from '@/db/changes/restore-article';
import { restoreClaim } from '@/db/changes/restore-claim';
import { type Desk, desk, text } from '@/db/testing/desk';
import { articleBoard, type BoardTab } from './article-board';
import { articleText, getArticle, listArticles } from './articles';
import { getClaim } from './claims';

let at: Desk;
beforeEach(async () => {
  at = await desk();
});
afterEach(() => at.drop());

const me = () => at.call(at.ann);
const titles = async (query = {}) => (await listArticles(at.store, me(), query)).items.map(({ title }) => title);
const bring = async (title: string) =>
  (await createArticle(at.store, me(), { title, text: 'News of today.', language: 'en' })).record;

describe('listArticles', () => {
  it('has the newest activity first: an edit, a claim or a citation brings an article up', async () => {
    const a = await bring('A');
    await bring('B');
    expect(await titles()).toEqual(['B', 'A', 'The bridge']);
    const { record } = await createClaim(at.store, me(), a.id, { anchors: [{ start: 0, end: 4 }] });
    expect(await titles()).toEqual(['A', 'B', 'The bridge']);
    await addCitation(at.store, me(), at.claim.id, { sourceId: at.source.id, stance: 'context' });
    expect(await titles()).toEqual(['The bridge', 'A', 'B']);
    await changeClaim(at.store, me(), record.id, 1, { severity: 'minor' });
    expect(await titles()).toEqual(['A', 'The bridge', 'B']);
  });

  it('gives the same page by page as at once', async () => {
    for (const title of ['A', 'B', 'C', 'D']) await bring(title);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listArticles(at.store, me(), { limit: 2, cursor });
      paged.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(paged).toEqual(['D', 'C', 'B', 'A', 'The bridge']);
  });

  it('narrows by who answers for it and by what is late, and so do the lists of the front page', async () => {
    const { id, revision } = await bring('Due');
    const other = await bring('Not due');
    await changeArticle(at.store, me(), id, revision, { deadline: '2020-01-01T00:00:00.000Z', assigneeId: at.cy.id });
    await changeArticle(at.store, me(), other.id, 1, { deadline: '2999-01-01T00:00:00.000Z' });
    expect(await titles({ late: true })).toEqual(['Due']);
    expect(await titles({ assignee: at.cy.id })).toEqual(['Due']);
    expect(await titles({ assignee: null })).toEqual(['Not due', 'The bridge']);
    const board = async (by: Desk['cy'], tab: BoardTab) => {
      const query = { tab, order: 'deadline', q: '', limit: 10, cursor: null } as const;
      const { items, counts } = await articleBoard(at.store, at.call(by), query);
      expect(counts[tab]).toBe(items.length);
      return items.map(({ title }) => title);
    };
    expect(await board(at.cy, 'late')).toEqual(['Due']);
    // Cy marked a claim of the bridge, and answers for what is due.
    expect(await board(at.cy, 'mine')).toEqual(['Due', 'The bridge']);
    expect(await board(at.ed, 'mine')).toEqual(['The bridge']);
    await changeArticle(at.store, me(), id, revision + 1, { status: 'archived' });
    expect(await board(at.cy, 'late')).toEqual([]);
    expect(await titles({ late: true })).toEqual([]);
  });

  it('narrows by status and by words of the title, accents and case aside', async () => {
    await bring('Zürich verändert sich');
    await bring('100% of voters_');
    expect(await titles({ q: 'zurich VERANDERT' })).toEqual(['Zürich verändert sich']);
    expect(await titles({ q: '0% voters_' })).toEqual(['100% of voters_']);
    expect(await titles({ q: 'v_t' })).toEqual([]);
    await changeArticle(at.store, me(), at.article.id, 1, { status: 'archived', title: 'The tunnel' });
    expect(await titles({ status: 'archived' })).toEqual(['The tunnel']);
    expect(await titles({ q: 'tunnel' })).toEqual(['The tunnel']);
    expect(await titles({ q: 'bridge' })).toEqual([]);
  });
});

describe('an article in the bin', () => {
  it('is absent with its claims, and comes back whole', async () => {
    const before = await getArticle(at.store, me(), at.article.id);
    await deleteArticle(at.store, me(), at.article.id, 1);
    expect(await titles()).toEqual([]);
    expect(await titles({ deleted: true })).toEqual(['The bridge']);
    await expect(getArticle(at.store, me(), at.article.id)).rejects.toMatchObject({ code: 'absent' });
    await expect(getClaim(at.store, me(), at.claim.id)).rejects.toMatchObject({ code: 'absent' });
    await restoreArticle(at.store, me(), at.article.id);
    const { revision, updatedAt, ...after } = await getArticle(at.store, me(), at.article.id);
    expect({ ...before, revision: 3, updatedAt }).toEqual({ ...after, revision, updatedAt });
    expect((await getClaim(at.store, me(), at.claim.id)).citations).toHaveLength(1);
  });
});

describe('the text of an article', () => {
  it('is what was brought in', async () => {
    const { doc, version } = await getArticle(at.store, me(), at.article.id);
    articleSchema.nodeFromJSON(doc).check();
    expect(version).toBe(0);
    expect(await articleText(at.store, me(), at.article.id)).toEqual({
      text: text.replaceAll('\n\n', '\n'),
      version: 0,
    });
  });
});

describe('createArticle', () => {
  it('refuses what it cannot bring in', async () => {
    const bad = [
      ['scale-unknown', { text: 'News.', scale: 'none' }],
      ['text-empty', { text: ' \n ' }],
    ] as const;
    for (const [code, body] of bad) await expect(createArticle(at.store, me(), body)).rejects.toMatchObject({ code });
    expect(await titles()).toEqual(['The bridge']);
  });
});

describe('the scale of an article', () => {
  it('has every verdict that a claim of it has', async () => {
    const { store, article, claim } = at;
    const change = (scale: string) => changeArticle(store, me(), article.id, 1, { scale });
    await expect(change('none')).rejects.toMatchObject({ code: 'scale-unknown' });
    await expect(change('newsroom')).rejects.toMatchObject({ code: 'value-in-use', values: { verdict: 'true' } });
    const made = createClaim(store, me(), article.id, { anchors: [{ start: 0, end: 3 }], verdict: 'confirmed' });
    await expect(made).rejects.toMatchObject({ code: 'verdict-unknown', values: { verdict: 'confirmed' } });
    expect(await change('six-point')).toMatchObject({ scale: 'six-point', revision: 2 });
    const judged = changeClaim(store, me(), claim.id, 1, { verdict: 'unverifiable' });
    await expect(judged).rejects.toMatchObject({ code: 'verdict-unknown' });
  });

  it('may lose the verdict of a deleted claim, which then comes back without it', async () => {
    const { store, article, claim } = at;
    await deleteClaim(store, me(), claim.id, 1);
    await changeArticle(store, me(), article.id, 1, { scale: 'newsroom' });
    expect(await restoreClaim(store, me(), claim.id)).toMatchObject({
      verdict: null,
      verdictBy: null,
      deletedAt: null,
    });
  });
});
