import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { operations } from '@/app/api/contract/operations';
import { DeskDriver, type Said, type Voice } from '@/app/api/desk-driver';
import { Ear } from '@/app/api/ear';
import type { Claim } from '@/core/claim/claim';
import { exportFormats } from '@/core/report/formats';
import { editions } from '@/core/report/report';
import type { Citation } from '@/core/source/source';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/** A word that stands in every field of what is confidential, and nowhere else. */
const SECRET = /zibeline/i;
const inEach = (field: string) => `Zibeline ${field}`;

let desk: DeskDriver;
/** `marked` marked the claim that cites the source, `assigned` is to check it; `other` checks claims of the same article. */
let voices: Record<'admin' | 'editor' | 'marked' | 'assigned' | 'other' | 'viewer', Voice>;
let article: string;
let claim: Claim;
let citation: Citation;
/** Ids by the noun that begins their path. */
let ids: Record<string, string>;

beforeAll(async () => {
  desk = await DeskDriver.open();
  const { admin, editor, checker, viewer } = await desk.people();
  const join = async (name: string) => {
    const made = await desk.expect<{ token: string }>(201, 'POST', '/api/invitations', {
      ...admin,
      body: { role: 'checker' },
    });
    return desk.signUp(name, { invitation: made.token });
  };
  voices = { admin, editor, marked: checker, assigned: await join('Asa'), other: await join('Otto'), viewer };
  const make = <T extends { id: string }>(voice: Voice, address: string, body: object) =>
    desk.expect<T>(201, 'POST', address, { ...voice, body });
  article = (await make(editor, '/api/articles', { title: 'Bees', text: 'Bees make honey. Honey keeps for years.' }))
    .id;
  claim = await make(voices.marked, `/api/articles/${article}/claims`, { anchors: [{ exact: 'Bees make honey' }] });
  await make(voices.other, `/api/articles/${article}/claims`, { anchors: [{ exact: 'Honey keeps' }], verdict: 'true' });
  citation = await make(editor, `/api/claims/${claim.id}/citations`, {
    source: {
      title: inEach('title'),
      url: 'https://zibeline.example/url',
      publisher: inEach('publisher'),
      author: inEach('author'),
      archivedUrl: 'https://archive.example/zibeline',
      note: inEach('note'),
      kind: 'interview',
      details: { whom: inEach('whom'), role: inEach('role'), contact: inEach('contact') },
      confidential: true,
    },
    stance: 'supports',
    quote: inEach('quote'),
    locator: inEach('locator'),
    note: inEach('citation note'),
  });
  const change = (address: string, ifMatch: number, body: object) =>
    desk.expect(200, 'PATCH', address, { ...editor, ifMatch, body });
  await change(`/api/sources/${citation.sourceId}`, 1, { publisher: inEach('changed publisher') });
  await change(`/api/citations/${citation.id}`, 1, { quote: inEach('changed quote') });
  const contact = await make<{ id: string }>(editor, `/api/sources/${citation.sourceId}/contacts`, {
    channel: inEach('channel'),
    who: inEach('who'),
    at: '2026-03-01T10:00:00Z',
    outcome: inEach('outcome'),
    note: inEach('contact note'),
    nextTry: '2026-03-02T10:00:00Z',
  });
  await change(`/api/sources/${citation.sourceId}/contacts/${contact.id}`, 1, { outcome: inEach('other outcome') });
  const standing = { standing: 'doubtful', reason: inEach('reason') };
  await desk.expect(200, 'POST', `/api/sources/${citation.sourceId}/standing`, { ...editor, body: standing });
  const { id } = await desk.expect<{ id: string }>(200, 'GET', '/api/me', voices.assigned);
  claim = await desk.expect(200, 'PATCH', `/api/claims/${claim.id}`, {
    ...editor,
    ifMatch: 2,
    body: { assigneeId: id, verdict: 'true' },
  });
  ids = { articles: article, claims: claim.id, sources: citation.sourceId, citations: citation.id };
});
afterAll(() => desk.close());

/** The address of an operation about what is confidential. */
function addressOf(path: string): string {
  const noun = path.split('/')[2]!;
  return path
    .replace('{id}', ids[noun] ?? 'nothing')
    .replace('{version}', '0')
    .replace(/\{\w+\}/g, 'nothing');
}

/** All that somebody can read: by every operation that reads, and in every form of either edition. */
async function everythingReadBy(voice: Voice): Promise<Map<string, string>> {
  const read = new Map<string, string>();
  const take = async (address: string) => {
    const answered = await desk.call('GET', address, voice);
    const bytes = new Uint8Array(await answered.arrayBuffer());
    const said = JSON.stringify([...answered.headers]);
    // A package of Word or Excel is looked into.
    const inside = bytes[0] === 0x50 && bytes[1] === 0x4b ? Object.values(unzipSync(bytes)) : [bytes];
    read.set(address, said + inside.map((part) => strFromU8(part)).join('\n'));
  };
  for (const { method, path, query } of operations.values()) {
    if (method !== 'GET' || path.endsWith('/events') || path.endsWith('/export')) continue;
    await take(addressOf(path));
    const looks = query && 'shape' in query ? Object.keys(query.shape as object) : [];
    if (looks.includes('q')) for (const q of ['zibeline', 'https://zibeline.example/url']) await take(`${path}?q=${q}`);
  }
  for (const format of Object.keys(exportFormats))
    for (const edition of editions) await take(`/api/articles/${article}/export?format=${format}&edition=${edition}`);
  read.set('events', await heardBy(voice));
  return read;
}

/** All that the stream of events tells of what was. */
async function heardBy(voice: Voice): Promise<string> {
  const ear = await Ear.at(desk, article, voice, '?since=0');
  await vi.waitFor(() => expect(ear.heard.some(({ kind }) => kind === 'claim.changed')).toBe(true));
  await ear.stop();
  return JSON.stringify(ear.heard);
}

const holding = async (voice: Voice) =>
  [...(await everythingReadBy(voice))].filter(([, text]) => SECRET.test(text)).map(([address]) => address);

describe('what is confidential', () => {
  it.each(['other', 'viewer'] as const)('is in nothing that %s reads', async (who) => {
    expect(await holding(voices[who])).toEqual([]);
  });

  it.each(['marked', 'assigned', 'editor', 'admin'] as const)('is read by %s where it belongs', async (who) => {
    const found = await holding(voices[who]);
    for (const address of [
      `/api/sources/${citation.sourceId}`,
      `/api/claims/${claim.id}`,
      `/api/claims/${claim.id}/history`,
      `/api/articles/${article}/claims`,
      '/api/sources',
      `/api/articles/${article}/export?format=json&edition=internal`,
      `/api/articles/${article}/export?format=docx&edition=internal`,
      'events',
    ])
      expect(found).toContain(address);
    expect(found.filter((address) => address.includes('edition=public'))).toEqual([]);
  });

  it('is answered like what is not there, whatever somebody tries with its ids', async () => {
    const { other } = voices;
    const outcome = async (method: string, address: string, said: Said) => {
      const answered = await desk.call(method, address, { ...other, ...said });
      const text = await answered.text();
      expect(text).not.toMatch(SECRET);
      return [answered.status, text];
    };
    const quoting = (sourceId: string) => ({ body: { sourceId, stance: 'context' } });
    const none = 'nothing';
    for (const [method, real, absent, said = {}] of [
      ['GET', `/api/sources/${citation.sourceId}`, `/api/sources/${none}`],
      ['PATCH', `/api/sources/${citation.sourceId}`, `/api/sources/${none}`, { ifMatch: 1, body: { title: 'A' } }],
      ['DELETE', `/api/sources/${citation.sourceId}`, `/api/sources/${none}`, { ifMatch: 1 }],
      ['GET', `/api/sources/${citation.sourceId}/claims`, `/api/sources/${none}/claims`],
      ['GET', `/api/sources/${citation.sourceId}/contacts`, `/api/sources/${none}/contacts`],
      ['GET', `/api/sources/${citation.sourceId}/doubles`, `/api/sources/${none}/doubles`],
      ['POST', `/api/sources/${citation.sourceId}/restore`, `/api/sources/${none}/restore`],
      ['PATCH', `/api/citations/${citation.id}`, `/api/citations/${none}`, { ifMatch: 1, body: { quote: 'A' } }],
      ['DELETE', `/api/citations/${citation.id}`, `/api/citations/${none}`, { ifMatch: 1 }],
    ] as [string, string, string, Said?][])
      expect(await outcome(method, real, said)).toEqual(await outcome(method, absent, said));
    const cite = `/api/claims/${claim.id}/citations`;
    expect(await outcome('POST', cite, quoting(citation.sourceId))).toEqual(await outcome('POST', cite, quoting(none)));
  });

  it('is not told from any other id that is taken', async () => {
    const id = crypto.randomUUID();
    const body = { id, title: inEach('taken'), confidential: true };
    await desk.expect(201, 'POST', '/api/sources', { ...voices.editor, body });
    for (const said of [body, { id, title: 'Mine' }]) {
      const answered = await desk.call('POST', '/api/sources', { ...voices.other, body: said });
      expect(answered.status).toBe(409);
      expect(await answered.text()).not.toMatch(SECRET);
    }
  });
});
