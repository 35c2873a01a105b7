import { randomUUID } from 'node:crypto';
import { count } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '@/db/call';
import { events } from '@/db/schema/schema';
import { type Desk, desk } from '@/db/testing/desk';
import { addCitation } from './add-citation';
import { changeArticle } from './change-article';
import { changeSource } from './change-source';
import { createArticle } from './create-article';
import { createClaim } from './create-claim';
import { createScale } from './create-scale';
import { createSource } from './create-source';
import { deleteArticle } from './delete-article';
import { deleteClaim } from './delete-claim';
import { dropCitation } from './drop-citation';

let at: Desk;
beforeEach(async () => {
  at = await desk();
});
afterEach(() => at.drop());

/** A create of each noun under an id; `other` makes its body another. */
type Create = (call: Call, id: string, other: boolean) => Promise<{ record: { id: string }; created: boolean }>;
const creates: [string, Create][] = [
  ['article', (call, id, other) => createArticle(at.store, call, { id, text: other ? 'Other news.' : 'News.' })],
  [
    'claim',
    (call, id, other) =>
      createClaim(at.store, call, at.article.id, {
        id,
        anchors: [{ start: 0, end: 10 }],
        verdict: other ? 'false' : null,
      }),
  ],
  [
    'citation',
    (call, id, other) =>
      addCitation(at.store, call, at.claim.id, {
        id,
        source: { title: 'A letter' },
        stance: other ? 'refutes' : 'supports',
      }),
  ],
  ['source', (call, id, other) => createSource(at.store, call, { id, title: other ? 'Another' : 'A letter' })],
  ['scale', (call, id, other) => createScale(at.store, call, { id, name: other ? 'Another' : 'Ours', verdicts: [] })],
];
const countEvents = async () => (await at.store.read.select({ n: count() }).from(events))[0]!.n;

describe.each(creates)('creating a %s with an id of its own', (noun, create) => {
  it('makes one record however often it is sent', async () => {
    const id = randomUUID();
    const first = await create(at.call(at.ann), id, false);
    const already = await countEvents();
    const again = await create(at.call(at.ann), id, false);
    expect([first.created, again.created]).toEqual([true, false]);
    expect(first.record.id).toBe(id);
    expect(again.record).toEqual(first.record);
    expect(await countEvents()).toBe(already);
  });

  it('makes one record when it is sent many times at once', async () => {
    const id = randomUUID();
    const all = await Promise.all(Array.from({ length: 5 }, () => create(at.call(at.ann), id, false)));
    expect(all.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(all.map(({ record }) => JSON.stringify(record))).size).toBe(1);
  });

  it('refuses the id with another body', async () => {
    const id = randomUUID();
    await create(at.call(at.ann), id, false);
    await expect(create(at.call(at.ann), id, true)).rejects.toMatchObject({ code: 'id-taken' });
  });

  it('refuses an id of another kind of record, or one that the store chose', async () => {
    await create(at.call(at.ann), 'mine', false);
    const [, another] = creates.find(([name]) => name !== noun)!;
    await expect(another(at.call(at.ann), 'mine', false)).rejects.toMatchObject({ code: 'id-taken' });
    const own = { article: at.article.id, claim: at.claim.id, citation: at.citation.id, source: at.source.id };
    const chosen = noun === 'scale' ? 'newsroom' : own[noun as keyof typeof own];
    await expect(create(at.call(at.ann), chosen, false)).rejects.toMatchObject({ code: 'id-taken' });
  });

  it('leaves the id free when it fails', async () => {
    const id = randomUUID();
    const nobody = { ...at.ann, id: 'nobody' };
    await expect(create(at.call(nobody), id, false)).rejects.toThrow();
    expect((await create(at.call(at.ann), id, true)).created).toBe(true);
  });
});

describe('a repeated create', () => {
  it('answers with the record as it stands now', async () => {
    const id = randomUUID();
    const body = { id, title: 'A letter' };
    await createSource(at.store, at.call(at.cy), body);
    await changeSource(at.store, at.call(at.cy), id, 1, { publisher: 'The mayor' });
    const { record, created } = await createSource(at.store, at.call(at.cy), body);
    expect([record.publisher, record.revision, created]).toEqual(['The mayor', 2, false]);
  });

  it('answers with what was deleted meanwhile, and makes nothing anew', async () => {
    const { store, call, ann, article, claim } = at;
    const body = { id: randomUUID(), anchors: [{ start: 0, end: 10 }] };
    await createClaim(store, call(ann), article.id, body);
    await deleteClaim(store, call(ann), body.id, 1);
    const again = await createClaim(store, call(ann), article.id, body);
    expect(again).toMatchObject({ created: false, record: { id: body.id, deletedAt: expect.any(String) } });

    const cited = { id: randomUUID(), source: { title: 'A letter' }, stance: 'context' as const };
    await addCitation(store, call(ann), claim.id, cited);
    await dropCitation(store, call(ann), cited.id, 1);
    expect(await addCitation(store, call(ann), claim.id, cited)).toMatchObject({ created: false });

    const news = { id: randomUUID(), text: 'News.' };
    await createArticle(store, call(ann), news);
    await deleteArticle(store, call(ann), news.id, 1);
    expect(await createArticle(store, call(ann), news)).toMatchObject({ created: false });
  });

  it('takes the order of a body’s fields for nothing', async () => {
    const id = randomUUID();
    await createSource(at.store, at.call(at.cy), { id, title: 'A letter', publisher: 'The mayor' });
    const again = await createSource(at.store, at.call(at.cy), { publisher: 'The mayor', title: 'A letter', id });
    expect(again.created).toBe(false);
  });

  it('tells nothing of a record that the caller may not see', async () => {
    const { store, call, ed, ann } = at;
    const body = { id: randomUUID(), text: 'News.' };
    await createArticle(store, call(ed), body);
    await changeArticle(store, call(ed), body.id, 1, { access: { kind: 'restricted', people: [] } });
    await expect(createArticle(store, call(ann), body)).rejects.toMatchObject({ code: 'id-taken' });
  });

  it('is another create in another article or claim', async () => {
    const { store, call, ann, article } = at;
    const body = { id: randomUUID(), anchors: [{ start: 0, end: 3 }] };
    await createClaim(store, call(ann), article.id, body);
    const { record } = await createArticle(store, call(ann), { text: 'News.' });
    await expect(createClaim(store, call(ann), record.id, body)).rejects.toMatchObject({ code: 'id-taken' });
  });
});
