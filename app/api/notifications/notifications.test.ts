import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Notifications } from '@/core/newsroom/news';
import { DeskDriver, type Voice } from '../desk-driver';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: DeskDriver;
let people: Record<'admin' | 'editor' | 'checker' | 'viewer', Voice>;
let article: string;
let claim: string;
let checker: string;

beforeAll(async () => {
  desk = await DeskDriver.open();
  people = await desk.people();
  const body = { title: 'Bees', text: 'Bees make honey. Honey keeps for years.' };
  article = (await desk.expect<{ id: string }>(201, 'POST', '/api/articles', { ...people.editor, body })).id;
  const anchors = [{ exact: 'Bees make honey' }];
  const marked = { ...people.checker, body: { anchors } };
  claim = (await desk.expect<{ id: string }>(201, 'POST', `/api/articles/${article}/claims`, marked)).id;
  checker = (await desk.expect<{ id: string }>(200, 'GET', '/api/me', people.checker)).id;
});
afterAll(() => desk.close());

const say = (body: object, voice = people.editor) =>
  desk.expect<{ id: string }>(201, 'POST', `/api/claims/${claim}/comments`, { ...voice, body });
const news = (query = '', voice = people.checker) =>
  desk.expect<Notifications>(200, 'GET', `/api/notifications${query}`, voice);
const read = (body: object, voice = people.checker) =>
  desk.expect<{ unread: number }>(200, 'POST', '/api/notifications/read', { ...voice, body });

describe('news', () => {
  it('tell who wants what of somebody, and where, until they are read', async () => {
    const query = await say({ body: 'Which bees?', kind: 'query', to: checker });
    await say({ body: 'See this, @Chen.' });
    const all = await news();
    expect(all).toMatchObject({ unread: 2, nextCursor: null });
    expect(all.items.map(({ kind }) => kind)).toEqual(['mention', 'query']);
    expect(all.items[1]).toMatchObject({
      articleId: article,
      articleTitle: 'Bees',
      claimId: claim,
      commentId: query.id,
      quote: 'Bees make honey',
      byName: 'Edith',
      readAt: null,
    });
    expect((await news('?kind=mention')).items).toHaveLength(1);
    const page = await news('?limit=1');
    expect((await news(`?limit=1&cursor=${page.nextCursor}`)).items).toEqual([all.items[1]]);
    expect(await read({ ids: [all.items[0]!.id] })).toEqual({ unread: 1 });
    expect((await news('?unread=1')).items).toEqual([all.items[1]]);
    expect(await read({ all: true })).toEqual({ unread: 0 });
    expect((await news('?unread=1')).items).toEqual([]);
    expect((await news()).items.every(({ readAt }) => readAt !== null)).toBe(true);
  });

  it('are nobody else’s to see or to read', async () => {
    await say({ body: 'And this, @Chen.' });
    const { items } = await news('?unread=1');
    expect(await read({ ids: items.map(({ id }) => id) }, people.admin)).toEqual({ unread: 0 });
    expect((await news('', people.admin)).items).toEqual([]);
    expect((await news()).unread).toBe(1);
    expect(await read({ ids: ['nonsense', '99999'] })).toEqual({ unread: 1 });
    await read({ all: true });
  });

  it('are not told of what has gone, or is not theirs to open any more', async () => {
    const { id } = await say({ body: 'Never mind, @Chen.' });
    expect((await news()).unread).toBe(1);
    await desk.call('DELETE', `/api/comments/${id}`, { ...people.editor, ifMatch: 1 });
    expect((await news()).unread).toBe(0);
    await say({ body: 'But this, @Chen.' });
    const { revision } = await desk.expect<{ revision: number }>(200, 'GET', `/api/articles/${article}`, people.editor);
    const access = { kind: 'restricted', people: [] };
    const closing = { ...people.editor, ifMatch: revision, body: { access } };
    await desk.expect(200, 'PATCH', `/api/articles/${article}`, closing);
    expect(await news()).toEqual({ items: [], nextCursor: null, unread: 0 });
  });

  it.each<[string, object]>([
    ['neither some nor all', {}],
    ['none', { ids: [] }],
    ['both', { ids: ['1'], all: true }],
  ])('are not read by naming %s', async (_, body) => {
    await desk.expect(400, 'POST', '/api/notifications/read', { ...people.checker, body });
  });
});

describe('hearing by mail', () => {
  it('is everybody’s own to switch', async () => {
    expect(await desk.expect(200, 'GET', '/api/me/hearing', people.viewer)).toEqual({ digest: true, mail: false });
    const off = { ...people.viewer, body: { digest: false } };
    expect(await desk.expect(200, 'PATCH', '/api/me/hearing', off)).toEqual({ digest: false, mail: false });
    expect(await desk.expect(200, 'GET', '/api/me/hearing', people.viewer)).toEqual({ digest: false, mail: false });
    expect(await desk.expect(200, 'GET', '/api/me/hearing', people.admin)).toMatchObject({ digest: true });
  });
});
