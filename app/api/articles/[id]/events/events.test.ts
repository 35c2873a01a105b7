import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { cookieOf, DeskDriver, type Voice } from '@/app/api/desk-driver';
import { endStreams } from '@/app/process/streams';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: DeskDriver;
let people: Awaited<ReturnType<DeskDriver['people']>>;
let article: string;
const open: Ear[] = [];

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

interface Heard {
  id: number;
  kind: string;
  claimId: string | null;
  claim?: { rationale: string | null; revision: number };
  article?: { title: string; doc?: unknown };
}

/** Listens to a stream of events, as a browser's EventSource does. */
class Ear {
  private text = '';
  private over = false;
  private readonly reading: Promise<void>;
  private constructor(private readonly reader: ReadableStreamDefaultReader<Uint8Array>) {
    this.reading = this.read();
  }

  static async at(voice: Voice, query = '', headers: Record<string, string> = {}): Promise<Ear> {
    const answered = await desk.call('GET', `/api/articles/${article}/events${query}`, { ...voice, headers });
    expect(answered.status).toBe(200);
    expect(answered.headers.get('content-type')).toBe('text/event-stream');
    expect(answered.headers.get('cache-control')).toBe('no-cache, no-transform');
    const ear = new Ear(answered.body!.getReader());
    open.push(ear);
    return ear;
  }

  private async read(): Promise<void> {
    const utf8 = new TextDecoder();
    for (let part = await this.reader.read(); !part.done; part = await this.reader.read())
      this.text += utf8.decode(part.value, { stream: true });
    this.over = true;
  }

  get heard(): Heard[] {
    return this.text
      .split('\n\n')
      .filter((message) => message.includes('data: '))
      .map((message) => {
        const data: Heard = JSON.parse(/^data: (.*)$/m.exec(message)![1]!);
        expect(Number(/^id: (\d+)$/m.exec(message)![1])).toBe(data.id);
        return data;
      });
  }

  async hears(count: number): Promise<Heard[]> {
    await vi.waitFor(() => expect(this.heard).toHaveLength(count), { timeout: 10_000 });
    return this.heard;
  }

  async ends(): Promise<void> {
    await vi.waitFor(() => expect(this.over).toBe(true), { timeout: 10_000 });
  }

  async stop(): Promise<void> {
    await this.reader.cancel();
    await this.reading;
  }
}

const mark = (exact: string, rationale: string) =>
  desk.expect<{ id: string }>(201, 'POST', `/api/articles/${article}/claims`, {
    ...people.checker,
    body: { anchors: [{ exact }], rationale },
  });

describe('the stream of events', () => {
  it('tells what happens from now on, with the record as it stands', async () => {
    await mark('Bees make honey', 'Before.');
    const ear = await Ear.at(people.viewer);
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
    const first = await Ear.at(people.editor);
    await mark('Bees make honey', 'One.');
    const [one] = await first.hears(1);
    await first.stop();
    await mark('honey', 'Two.');
    const again = await Ear.at(people.editor, '', { 'last-event-id': String(one!.id) });
    await mark('wax', 'Three.');
    const since = await again.hears(2);
    expect(since.map((heard) => heard.claim?.rationale)).toEqual(['Two.', 'Three.']);
  });

  it('misses nothing of what happens while it opens', async () => {
    const [ear] = await Promise.all([
      Ear.at(people.editor, '?since=0'),
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
    const ear = await Ear.at(elsewhere);
    await desk.expect(200, 'POST', '/api/auth/sign-out', elsewhere);
    await mark('honey', 'Unheard.');
    await ear.ends();
    expect(ear.heard).toEqual([]);
  });

  it('ends for whoever may no longer open the article', async () => {
    const ear = await Ear.at(people.viewer);
    const access = { kind: 'restricted', people: [] };
    await desk.expect(200, 'PATCH', `/api/articles/${article}`, { ...people.admin, ifMatch: 1, body: { access } });
    await ear.ends();
    expect(ear.heard).toEqual([]);
  });

  it('ends when the process stops', async () => {
    const ear = await Ear.at(people.viewer);
    endStreams();
    await ear.ends();
  });
});
