import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCitation } from '@/db/changes/add-citation';
import { changeArticle } from '@/db/changes/change-article';
import { changeCitation } from '@/db/changes/change-citation';
import { changeClaim } from '@/db/changes/change-claim';
import { changeSource } from '@/db/changes/change-source';
import { createSource } from '@/db/changes/create-source';
import { deleteClaim } from '@/db/changes/delete-claim';
import { deleteSource } from '@/db/changes/delete-source';
import { dropCitation } from '@/db/changes/drop-citation';
import { setStanding } from '@/db/changes/set-standing';
import { type Desk, desk } from '@/db/testing/desk';
import { person } from '@/db/testing/temporary-store';
import { getClaim } from './claims';
import { findSourceByAddress, getSource, listSources, sourceClaims, sourceFigures } from './sources';

let at: Desk;
beforeEach(async () => {
  at = await desk();
});
afterEach(() => at.drop());

const me = () => at.call(at.ann);
const titles = async (query = {}) => (await listSources(at.store, me(), query)).items.map(({ title }) => title);

describe('listSources', () => {
  it('finds a source by words of title, publisher, author and address, and a page by its address however written', async () => {
    await createSource(at.store, me(), {
      title: 'Straßenbau',
      publisher: 'Amt für Verkehr',
      author: 'Jörg Öz',
      kind: 'book',
    });
    for (const q of ['archive', 'city example.org', 'http://www.archive.example.org/bridge/?utm_source=x#top'])
      expect(await titles({ q })).toEqual(['City archive']);
    for (const q of ['strassenbau', 'VERKEHR', 'jorg oz', 'oz amt'])
      expect(await titles({ q })).toEqual(['Straßenbau']);
    expect(await titles({ kind: 'book' })).toEqual(['Straßenbau']);
    expect(await titles()).toEqual(['Straßenbau', 'City archive']);
    await changeSource(at.store, me(), at.source.id, 1, { url: 'https://new.example.org/' });
    expect(await titles({ q: 'https://archive.example.org/bridge' })).toEqual([]);
    expect(await titles({ q: 'new.example' })).toEqual(['City archive']);
  });

  it('gives the same page by page as at once, and counts the claims that stand on each', async () => {
    for (const title of ['A', 'B', 'C']) await createSource(at.store, me(), { title });
    const paged: [string, number][] = [];
    let cursor: string | undefined;
    do {
      const page = await listSources(at.store, me(), { limit: 1, cursor });
      paged.push(...page.items.map(({ title, claims }): [string, number] => [title, claims]));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(paged).toEqual([
      ['C', 0],
      ['B', 0],
      ['A', 0],
      ['City archive', 1],
    ]);
  });
});

describe('the sources of an article', () => {
  it('are those that its live claims cite, for those who may open it', async () => {
    const { store, article, citation } = at;
    const { record: other } = await createSource(store, me(), { title: 'Unused' });
    expect(await titles({ article: article.id })).toEqual(['City archive']);
    expect(await titles()).toContain(other.title);
    await expect(titles({ article: 'no such article' })).rejects.toMatchObject({ code: 'absent' });
    await changeArticle(store, at.call(at.ed), article.id, article.revision, {
      access: { kind: 'restricted', people: [] },
    });
    await expect(titles({ article: article.id })).rejects.toMatchObject({ code: 'absent' });
    const theirs = () => listSources(store, at.call(at.ed), { article: article.id });
    expect((await theirs()).items).toHaveLength(1);
    await dropCitation(store, at.call(at.ed), citation.id, 1);
    expect((await theirs()).items).toEqual([]);
  });

  it('are not told to whoever has yet to judge their claim blind', async () => {
    const { store, article, claim } = at;
    const bo = await person(store, 'Bo', 'checker');
    await changeClaim(store, at.call(at.ed), claim.id, claim.revision, { secondCheckerId: bo.id });
    expect((await listSources(store, at.call(bo), { article: article.id })).items).toEqual([]);
  });
});

describe('findSourceByAddress', () => {
  it('finds the source that is offered instead of a twin', async () => {
    const found = await findSourceByAddress(at.store, me(), 'HTTP://archive.example.org/bridge/?fbclid=1');
    expect(found.map(({ id }) => id)).toEqual([at.source.id]);
    expect(await findSourceByAddress(at.store, me(), 'not an address')).toEqual([]);
  });
});

describe('a source', () => {
  it('has its address as its title where none was given, and web as its kind', async () => {
    const { record } = await createSource(at.store, me(), { url: 'https://example.org/a' });
    expect(record).toMatchObject({ title: 'https://example.org/a', kind: 'web', files: [], contacts: [] });
  });

  it('shows what falls if it falls', async () => {
    expect(await sourceClaims(at.store, me(), at.source.id)).toEqual([
      {
        claimId: at.claim.id,
        articleId: at.article.id,
        articleTitle: 'The bridge',
        exact: 'It opened in 1987.',
        verdict: 'true',
        scale: 'five-point',
        stance: 'supports',
        status: 'open',
      },
    ]);
    await deleteClaim(at.store, me(), at.claim.id, 1);
    expect(await sourceClaims(at.store, me(), at.source.id)).toEqual([]);
  });

  it('cannot be deleted while a claim stands on it', async () => {
    const { store, source, citation } = at;
    await expect(deleteSource(store, me(), source.id, 1)).rejects.toMatchObject({ code: 'in-use' });
    await dropCitation(store, me(), citation.id, 1);
    await deleteSource(store, me(), source.id, 1);
    expect(await titles()).toEqual([]);
    await expect(getSource(store, me(), source.id)).rejects.toMatchObject({ code: 'absent' });
    const cited = addCitation(store, me(), at.claim.id, { sourceId: source.id, stance: 'context' });
    await expect(cited).rejects.toMatchObject({ code: 'source-unknown' });
  });
});

describe('a citation', () => {
  it('brings its source along, in one transaction, and leaves the claim’s revision as it is', async () => {
    const { record } = await addCitation(at.store, me(), at.claim.id, {
      source: { url: 'https://example.org/b' },
      stance: 'refutes',
    });
    expect(record).toMatchObject({ source: { title: 'https://example.org/b' }, stance: 'refutes', revision: 1 });
    const claim = await getClaim(at.store, me(), at.claim.id);
    expect(claim.revision).toBe(1);
    expect(claim.citations.map(({ id }) => id)).toEqual([at.citation.id, record.id]);
  });

  it('was consulted at the time of the call where nothing else is said, or when that is cleared', async () => {
    const call = me();
    const body = { sourceId: at.source.id, stance: 'context' as const };
    const { record } = await addCitation(at.store, call, at.claim.id, body);
    expect(record.accessedAt).toBe(call.at);
    const later = me();
    expect(await changeCitation(at.store, later, record.id, 1, { accessedAt: null })).toMatchObject({
      accessedAt: later.at,
    });
  });

  it('is absent once it is dropped', async () => {
    await dropCitation(at.store, me(), at.citation.id, 1);
    expect((await getClaim(at.store, me(), at.claim.id)).citations).toEqual([]);
    await expect(dropCitation(at.store, me(), at.citation.id, 2)).rejects.toMatchObject({ code: 'absent' });
  });
});

describe('sourceFigures', () => {
  it('counts by kind and by what is worth a look, leaving out what is deleted or not the caller’s to know', async () => {
    const { store } = at;
    await createSource(store, me(), { title: 'Almanac', kind: 'book', tier: 'primary' });
    const fallen = await createSource(store, me(), { title: 'Leaflet', kind: 'book' });
    await setStanding(store, at.call(at.ed), fallen.record.id, { standing: 'fallen', reason: 'Forged.' });
    const gone = await createSource(store, me(), { title: 'Nobody’s', kind: 'book' });
    await deleteSource(store, me(), gone.record.id, gone.record.revision);
    await createSource(store, me(), { title: 'A voice', kind: 'interview', confidential: true });

    const counted = await sourceFigures(store, me());
    expect(counted.kinds).toEqual([
      { kind: 'book', count: 2 },
      { kind: 'interview', count: 1 },
      { kind: at.source.kind, count: 1 },
    ]);
    expect(counted.looks).toMatchObject({ fallen: 1, doubtful: 0, dead: 0, changed: 0, unused: 3 });
    expect((await sourceFigures(store, at.call(at.vi))).kinds.map(({ kind }) => kind)).not.toContain('interview');
    expect((await sourceFigures(store, me(), at.article.id)).kinds).toEqual([{ kind: at.source.kind, count: 1 }]);
  });
});
