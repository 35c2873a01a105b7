import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CreateSource } from '@/core/source/source';
import { claimHistory, getClaim } from '@/db/queries/claims';
import { likelyDoubles } from '@/db/queries/doubles';
import { getSource, listSources, sourceClaims } from '@/db/queries/sources';
import { type Desk, desk } from '@/db/testing/desk';
import { addCitation } from './add-citation';
import { addContact } from './add-contact';
import { approveClaim } from './approve-claim';
import { changeClaim } from './change-claim';
import { changeNewsroom } from './change-newsroom';
import { changeSource } from './change-source';
import { createSource } from './create-source';
import { deleteSource } from './delete-source';
import { dropCitation } from './drop-citation';
import { mergeSource } from './merge-source';
import { restoreSource } from './restore-source';
import { setStanding } from './set-standing';

let at: Desk;
beforeEach(async () => {
  at = await desk();
});
afterEach(() => at.drop());

const made = async (about: CreateSource) => (await createSource(at.store, at.call(at.ed), about)).record;
const merge = (id: string, into: string) => mergeSource(at.store, at.call(at.ed), id, into);

describe('mergeSource', () => {
  it('moves citations and contacts, and takes what the one that stays lacks', async () => {
    const { store, call, cy, source, claim } = at;
    await addContact(store, call(cy), source.id, {
      channel: 'phone',
      who: 'Ane Holt',
      at: '2026-03-01T10:00:00Z',
      outcome: 'No answer',
    });
    await changeSource(store, call(cy), source.id, 1, { publisher: 'The city', note: 'Ask first.', tier: 'primary' });
    const other = await made({ title: 'Archive of the city', tier: 'secondary', note: 'Closed on Mondays.' });
    const stays = await merge(source.id, other.id);
    expect(stays).toMatchObject({
      id: other.id,
      title: 'Archive of the city',
      url: source.url,
      publisher: 'The city',
      tier: 'secondary',
      note: 'Closed on Mondays.\n\nAsk first.',
      contacts: [{ who: 'Ane Holt' }],
    });
    const { citations } = await getClaim(store, call(cy), claim.id);
    expect(citations).toMatchObject([
      { id: at.citation.id, sourceId: other.id, revision: 2, quote: at.citation.quote },
    ]);
    expect((await sourceClaims(store, call(cy), other.id)).map(({ claimId }) => claimId)).toEqual([claim.id]);
    expect((await listSources(store, call(cy))).items.map(({ id }) => id)).toEqual([other.id]);
    expect((await listSources(store, call(cy), { deleted: true })).items).toEqual([]);
    expect((await listSources(store, call(cy), { q: source.url! })).items.map(({ id }) => id)).toEqual([other.id]);
    const kinds = (await claimHistory(store, call(cy), claim.id)).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['citation.added', 'citation.changed']));
  });

  it('leads the double’s id to the one that stays, through every merge after it', async () => {
    const { store, call, cy, claim, source } = at;
    const [other, last] = [await made({ title: 'Other' }), await made({ title: 'Last' })];
    await merge(source.id, other.id);
    await merge(other.id, last.id);
    for (const id of [source.id, other.id]) {
      expect((await getSource(store, call(cy), id)).id).toBe(last.id);
      const { record } = await addCitation(store, call(cy), claim.id, { sourceId: id, stance: 'context' });
      expect(record.sourceId).toBe(last.id);
      await expect(changeSource(store, call(cy), id, 1, { title: 'x' })).rejects.toMatchObject({ code: 'absent' });
      await expect(restoreSource(store, call(cy), id)).rejects.toMatchObject({ code: 'absent' });
    }
  });

  it('keeps what is confidential so, whichever of the two was', async () => {
    const { store, call, ed, cy, vi, source, claim } = at;
    const secret = await made({ title: 'The insider', confidential: true });
    expect(await merge(secret.id, source.id)).toMatchObject({ confidential: true });
    await expect(getSource(store, call(vi), source.id)).rejects.toMatchObject({ code: 'absent' });
    const open = await made({ title: 'Open' });
    await merge(source.id, open.id);
    // Who checks the claim still reads how it came to stand on it.
    const told = (by: typeof cy) => claimHistory(store, call(by), claim.id);
    expect((await told(cy)).map(({ kind }) => kind)).toContain('citation.added');
    expect((await told({ ...cy, id: 'other' })).filter(({ sourceId }) => sourceId !== null)).toEqual([]);
    expect((await getSource(store, call(ed), source.id)).id).toBe(open.id);
  });

  it.each([
    ['the double has fallen', 'double'],
    ['the one that stays has fallen', 'stays'],
  ])('sends what stood on the better one back to be checked where %s', async (_, fallen) => {
    const { store, call, ed, source, claim } = at;
    const other = await made({ title: 'Other' });
    const { revision } = await changeClaim(store, call(ed), claim.id, 1, { status: 'in-review' });
    expect(revision).toBe(2);
    await setStanding(store, call(ed), other.id, { standing: 'fallen', reason: 'Forged.' });
    const stays = fallen === 'double' ? await merge(other.id, source.id) : await merge(source.id, other.id);
    expect(stays).toMatchObject({ standing: 'fallen', standingReason: 'Forged.' });
    expect((await getClaim(store, call(ed), claim.id)).status).toBe('checking');
  });

  it('takes an approval away where the rules ask for two sources, and the two turn out to be one', async () => {
    const { store, call, ann, ed, cy, source, claim, article } = at;
    const { record: other } = await addCitation(store, call(cy), claim.id, {
      source: { title: 'The Gazette', publisher: 'The Gazette' },
      stance: 'supports',
    });
    const rules = { sources: { [article.scale]: { true: 'two-or-primary' as const } } };
    await changeNewsroom(store, call(ann), 1, { rules });
    await approveClaim(store, call(ed), claim.id, 1);
    await merge(other.sourceId, source.id);
    expect(await getClaim(store, call(ed), claim.id)).toMatchObject({ status: 'in-review', approvals: [] });
    expect((await claimHistory(store, call(ed), claim.id)).at(-1)).toMatchObject({ after: { reason: 'rules-unmet' } });
  });

  it('takes no approval away where the one that stays is as good', async () => {
    const { store, call, ed, source, claim } = at;
    const other = await made({ title: 'Archive of the city' });
    await approveClaim(store, call(ed), claim.id, 1);
    await merge(source.id, other.id);
    expect(await getClaim(store, call(ed), claim.id)).toMatchObject({ status: 'approved' });
  });

  it('is an editor’s, of two sources that they may know and that are two', async () => {
    const other = await made({ title: 'Other' });
    await expect(mergeSource(at.store, at.call(at.cy), at.source.id, other.id)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(merge(at.source.id, at.source.id)).rejects.toMatchObject({ code: 'source-itself' });
    await expect(merge(at.source.id, 'nothing')).rejects.toMatchObject({ code: 'absent' });
  });
});

describe('likelyDoubles', () => {
  it('offers the same page, and a title that is nearly the same; never what the caller may not know', async () => {
    const same = await made({ title: 'Bridges', url: 'http://www.archive.example.org/bridge/?utm_source=x' });
    const near = await made({ title: 'The City Archive' });
    await made({ title: 'City hall' });
    await made({ title: 'City archive', confidential: true });
    const doubles = await likelyDoubles(at.store, at.call({ ...at.cy, id: 'other' }), at.source.id);
    expect(doubles.map(({ source, by }) => [source.id, by])).toEqual([
      [same.id, 'address'],
      [near.id, 'title'],
    ]);
  });
});

describe('a deleted source', () => {
  it('comes back, and is listed among the deleted until then', async () => {
    const { store, call, cy, source, citation } = at;
    await dropCitation(store, call(cy), citation.id, 1);
    await deleteSource(store, call(cy), source.id, 1);
    const deleted = async () => (await listSources(store, call(cy), { deleted: true })).items.map(({ id }) => id);
    expect(await deleted()).toEqual([source.id]);
    expect(await restoreSource(store, call(cy), source.id)).toMatchObject({
      id: source.id,
      deletedAt: null,
      revision: 3,
    });
    expect(await deleted()).toEqual([]);
  });
});

describe('the list of sources', () => {
  it('is narrowed and ordered', async () => {
    const { store, call, ed, cy, source } = at;
    const book = await made({ title: 'A book', kind: 'book', tier: 'secondary' });
    const secret = await made({ title: 'Zed', confidential: true, tier: 'primary' });
    await setStanding(store, call(ed), book.id, { standing: 'doubtful', reason: 'Old.' });
    const ids = async (query: object) => (await listSources(store, call(ed), query)).items.map(({ id }) => id);
    expect(await ids({ kind: 'book' })).toEqual([book.id]);
    expect(await ids({ tier: 'primary' })).toEqual([secret.id]);
    expect(await ids({ tier: null })).toEqual([source.id]);
    expect(await ids({ standing: 'doubtful' })).toEqual([book.id]);
    expect(await ids({ confidential: true })).toEqual([secret.id]);
    expect(await ids({ confidential: false, order: 'title' })).toEqual([book.id, source.id]);
    expect(await ids({ unused: true })).toEqual([book.id, secret.id]);
    expect(await ids({ order: 'claims' })).toEqual([source.id, book.id, secret.id]);
    for (const order of ['activity', 'title', 'claims'] as const) {
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listSources(store, call(cy), { order, limit: 1, cursor });
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(paged).toEqual((await listSources(store, call(cy), { order })).items.map(({ id }) => id));
    }
  });
});
