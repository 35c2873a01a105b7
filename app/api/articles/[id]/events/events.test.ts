import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { cookieOf, DeskDriver, type Voice } from '@/app/api/desk-driver';
import { Ear } from '@/app/api/ear';
import { endStreams } from '@/app/process/streams';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: DeskDriver;
let people: Awaited<ReturnType<DeskDriver['people']>>;
let article: string;
const open: Ear[] = [];
async function hear(...[voice, query, headers]: Hearing): Promise<Ear> {
  const ear = await Ear.at(desk, article, voice, query, headers);
  open.push(ear);
  return ear;
}
type Hearing = [voice: Voice, query?: string, headers?: Record<string, string>];

beforeAll(async () => {
  desk = await DeskDriver.open();
  people = await desk.people();
});
afterAll(() => desk.close());
beforeEach(async () => {
  const body = { text: 'Bees make honey. Bees make wax.' };
  article = (await desk.expect<{ id: string }>(201, 'POST', '/api/articles', { ...people.admin, body })).id;
});
afterEach(async () => {
  for (const ear of open.splice(0)) await ear.stop();
});

const mark = (exact: string, rationale: string) =>
  desk.expect<{ id: string }>(201, 'POST', `/api/articles/${article}/claims`, {
    ...people.checker,
    body: { anchors: [{ exact }], rationale },
  });

describe('the stream of events', () => {
  it('tells what happens from now on, with the record as it stands', async () => {
    await mark('Bees make honey', 'Before.');
    const ear = await hear(people.viewer);
    const { id } = await mark('Bees make wax', 'After.');
    await desk.expect(200, 'PATCH', `/api/articles/${article}`, {
      ...people.admin,
      ifMatch: 1,
      body: { title: 'Hives' },
    });
    const [claim, changed] = await ear.hears(2);
    expect(claim).toMatchObject({ kind: 'claim.created', claimId: id, claim: { rationale: 'After.', revision: 1 } });
    expect(changed).toMatchObject({ kind: 'article.changed', article: { title: 'Hives' } });
    expect(changed!.article).not.toHaveProperty('doc');
  });

  it('resumes after the event that the listener had, missing none and repeating none', async () => {
    const first = await hear(people.editor);
    await mark('Bees make honey', 'One.');
    const [one] = await first.hears(1);
    await first.stop();
    await mark('honey', 'Two.');
    const again = await hear(people.editor, '', { 'last-event-id': String(one!.id) });
    await mark('wax', 'Three.');
    const since = await again.hears(2);
    expect(since.map((heard) => heard.claim?.rationale)).toEqual(['Two.', 'Three.']);
  });

  it('misses nothing of what happens while it opens', async () => {
    const [ear] = await Promise.all([
      hear(people.editor, '?since=0'),
      ...['Bees make honey', 'make honey', 'honey', 'Bees make wax', 'wax'].map((exact) => mark(exact, exact)),
    ]);
    await vi.waitFor(() => {
      const told = ear!.heard.filter(({ kind }) => kind === 'claim.created');
      expect(told).toHaveLength(5);
    });
    const ids = ear!.heard.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
  });

  it('ends when the session does', async () => {
    const body = { email: 'vera@example.org', password: 'Vera and a long word' };
    const elsewhere = { cookie: cookieOf(await desk.call('POST', '/api/auth/sign-in/email', { body })) };
    const ear = await hear(elsewhere);
    await desk.expect(200, 'POST', '/api/auth/sign-out', elsewhere);
    await mark('honey', 'Unheard.');
    await ear.ends();
    expect(ear.heard).toEqual([]);
  });

  it('ends for whoever may no longer open the article', async () => {
    const ear = await hear(people.viewer);
    const access = { kind: 'restricted', people: [] };
    await desk.expect(200, 'PATCH', `/api/articles/${article}`, { ...people.admin, ifMatch: 1, body: { access } });
    await ear.ends();
    expect(ear.heard).toEqual([]);
  });

  it('ends when the process stops', async () => {
    const ear = await hear(people.viewer);
    endStreams();
    await ear.ends();
  });
});
