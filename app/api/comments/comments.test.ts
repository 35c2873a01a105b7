import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Claim } from '@/core/claim/claim';
import type { Comment } from '@/core/claim/comment';
import { DeskDriver, type Voice } from '../desk-driver';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: DeskDriver;
let people: Record<'admin' | 'editor' | 'checker' | 'viewer', Voice>;
let claim: string;

beforeAll(async () => {
  desk = await DeskDriver.open();
  people = await desk.people();
  const body = { title: 'Bees', text: 'Bees make honey. Honey keeps for years.' };
  const article = await desk.expect<{ id: string }>(201, 'POST', '/api/articles', { ...people.editor, body });
  const anchors = [{ exact: 'Bees make honey' }];
  const marked = { ...people.checker, body: { anchors } };
  claim = (await desk.expect<{ id: string }>(201, 'POST', `/api/articles/${article.id}/claims`, marked)).id;
});
afterAll(() => desk.close());

const there = () => `/api/claims/${claim}/comments`;
const say = (body: object, status = 201, voice = people.checker) =>
  desk.expect<Comment>(status, 'POST', there(), { ...voice, body });

describe('comments', () => {
  it('are made once however often they are sent, and are a twin’s refusal otherwise', async () => {
    const id = randomUUID();
    const made = await say({ id, body: 'Says who?' });
    expect(made).toMatchObject({ id, revision: 1, claimId: claim, parentId: null, body: 'Says who?', author: null });
    expect(await say({ id, body: 'Says who?' }, 200)).toEqual(made);
    expect(await say({ id, body: 'Says she?' }, 409)).toMatchObject({ code: 'id-taken' });
  });

  it.each<[string, object]>([
    ['nothing to say', { body: ' \n' }],
    ['no body', {}],
    ['a character that cannot be kept', { body: 'a\u0001b' }],
    ['more than is taken', { body: 'a'.repeat(20_001) }],
    ['a field of another day', { body: 'Who?', kind: 'query' }],
    ['somebody to ask', { body: 'Who?', to: 'ann' }],
    ['another’s name', { body: 'Who?', author: 'Jo Writer' }],
  ])('are refused with %s', async (_, body) => {
    expect(await say(body, 400)).toMatchObject({ code: 'malformed' });
  });

  it('change and go by their revision, and what is stale is answered with what stands', async () => {
    const { id } = await say({ body: 'Who?' });
    const address = `/api/comments/${id}`;
    const body = { body: 'Who else?' };
    await desk.expect(428, 'PATCH', address, { ...people.checker, body });
    const changed = await desk.expect<Comment>(200, 'PATCH', address, { ...people.checker, ifMatch: 1, body });
    expect(changed).toMatchObject({ revision: 2, body: 'Who else?' });
    const stale = await desk.expect<object>(409, 'PATCH', address, { ...people.checker, ifMatch: 1, body });
    expect(stale).toMatchObject({ code: 'stale', current: changed });
    await desk.expect(403, 'PATCH', address, { ...people.admin, ifMatch: 2, body });
    const removed = await desk.call('DELETE', address, { ...people.editor, ifMatch: 2 });
    expect(removed.status).toBe(204);
    await desk.expect(404, 'PATCH', address, { ...people.checker, ifMatch: 2, body });
    expect(await desk.expect<Comment>(200, 'POST', `${address}/restore`, people.editor)).toMatchObject({
      ...changed,
      revision: 4,
    });
  });

  it('are resolved and opened again by their thread, twice like once', async () => {
    const first = await say({ body: 'Who?' });
    const answer = await say({ body: 'The keeper.', parentId: first.id });
    const settle = (verb: string) =>
      desk.expect<Comment>(200, 'POST', `/api/comments/${answer.id}/${verb}`, people.editor);
    const resolved = await settle('resolve');
    expect(resolved).toMatchObject({ id: first.id, revision: 2 });
    expect(resolved.resolvedAt).not.toBeNull();
    expect(await settle('resolve')).toEqual(resolved);
    expect(await settle('reopen')).toEqual({ ...first, revision: 3 });
  });

  it('stand in the claim and in a list of their own, and a viewer is told of none', async () => {
    const [{ items }, held] = await Promise.all([
      desk.expect<{ items: Comment[]; nextCursor: null }>(200, 'GET', there(), people.checker),
      desk.expect<Claim>(200, 'GET', `/api/claims/${claim}`, people.checker),
    ]);
    expect(items.length).toBeGreaterThan(0);
    expect(held.comments).toEqual(items);
    expect(await desk.expect(200, 'GET', there(), people.viewer)).toEqual({ items: [], nextCursor: null });
    expect((await desk.expect<Claim>(200, 'GET', `/api/claims/${claim}`, people.viewer)).comments).toEqual([]);
  });
});
