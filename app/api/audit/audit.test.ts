import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chainText } from '@/core/event/chain';
import type { AuditLine, Event } from '@/core/event/event';
import { sha256 } from '@/db/append-event';
import { DeskDriver } from '../desk-driver';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: DeskDriver;
let people: Awaited<ReturnType<DeskDriver['people']>>;
beforeEach(async () => {
  desk = await DeskDriver.open();
  people = await desk.people();
});
afterEach(() => desk.close());

const article = (voice: object, text = 'The bridge cost forty million euros.') =>
  desk.expect<{ id: string; revision: number }>(201, 'POST', '/api/articles', { ...voice, body: { text } });

describe('the audit trail', () => {
  it('is for editors and admins', async () => {
    for (const voice of [people.admin, people.editor]) await desk.expect(200, 'GET', '/api/audit', voice);
    for (const voice of [people.checker, people.viewer]) await desk.expect(403, 'GET', '/api/audit', voice);
    await desk.expect(401, 'GET', '/api/audit');
  });

  it('can be asked by person, article, subject and time, a page at a time', async () => {
    const { id } = await article(people.editor);
    await article(people.admin, 'Another.');
    const ask = async (query: string) =>
      (await desk.expect<{ items: Event[]; nextCursor: string | null }>(200, 'GET', `/api/audit${query}`, people.admin))
        .items;
    const me = await desk.expect<{ id: string }>(200, 'GET', '/api/me', people.editor);
    expect((await ask(`?article=${id}`)).map(({ kind }) => kind)).toEqual(['article.created']);
    expect(new Set((await ask(`?person=${me.id}`)).map(({ by }) => by))).toEqual(new Set([me.id]));
    expect((await ask('?subject=article')).map(({ articleId }) => articleId)).toHaveLength(2);
    expect(await ask('?until=2001-01-01T00:00:00.000Z')).toEqual([]);
    await desk.expect(400, 'GET', '/api/audit?kind=all', people.admin);
    await desk.expect(404, 'GET', '/api/audit?article=nothing', people.admin);
  });

  it('of an article is JSON lines that each prove themselves', async () => {
    const { id } = await article(people.editor);
    await desk.expect(201, 'POST', `/api/articles/${id}/claims`, {
      ...people.checker,
      body: { anchors: [{ exact: 'forty million' }], verdict: 'true' },
    });
    const answered = await desk.call('GET', `/api/articles/${id}/audit`, people.editor);
    expect(answered.headers.get('content-type')).toContain('application/x-ndjson');
    expect(answered.headers.get('content-disposition')).toMatch(/^attachment; .*\.jsonl/);
    const lines = (await answered.text())
      .trimEnd()
      .split('\n')
      .map((line): AuditLine => JSON.parse(line));
    expect(lines.map(({ kind }) => kind)).toEqual(['article.created', 'claim.created']);
    for (const { id: _, hash, previous, ...said } of lines) expect(hash).toBe(sha256(chainText(previous!, said)));
  });

  it('tells nobody of an article that is not theirs', async () => {
    const { id, revision } = await article(people.editor);
    const access = { kind: 'restricted', people: [] };
    await desk.expect(200, 'PATCH', `/api/articles/${id}`, { ...people.editor, ifMatch: revision, body: { access } });
    await desk.expect(404, 'GET', `/api/articles/${id}/audit`, people.admin);
    await desk.expect(404, 'GET', `/api/audit?article=${id}`, people.admin);
    const all = await (await desk.call('GET', '/api/audit?limit=200', people.admin)).text();
    expect(all).not.toContain(id);
    await desk.expect(200, 'GET', `/api/audit?article=${id}`, people.editor);
  });
});
