import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DeskDriver, type Voice } from '@/app/api/desk-driver';
import type { Article } from '@/core/article/article';
import type { Claim } from '@/core/claim/claim';
import { exportFormats } from '@/core/report/formats';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SECRET = 'the keeper of the lock';
const words = 'The canal is 61 km long.\n\nIt was dug by 4,000 people, says the board.\n\nThe canal is 61 km long.';
const formats = Object.entries(exportFormats);

let desk: DeskDriver;
let other: DeskDriver;
let people: Awaited<ReturnType<DeskDriver['people']>>;
let article: Article;

beforeAll(async () => {
  desk = await DeskDriver.open();
  people = await desk.people();
  article = await desk.expect(201, 'POST', '/api/articles', {
    ...people.editor,
    body: { text: words, title: 'The canal' },
  });
  await desk.expect(200, 'PATCH', `/api/articles/${article.id}`, {
    ...people.editor,
    body: { url: 'https://news.example/canal' },
    ifMatch: 1,
  });
  const claim = await claimOn({ start: 0, end: 24 }, { start: 69, end: 93 });
  await desk.expect(201, 'POST', `/api/claims/${claim.id}/citations`, {
    ...people.checker,
    body: { source: { title: SECRET, kind: 'interview', confidential: true }, stance: 'refutes', quote: SECRET },
  });
  await desk.expect(201, 'POST', `/api/claims/${claim.id}/citations`, {
    ...people.checker,
    body: { source: { title: 'Map', url: 'https://map.example/', note: SECRET }, stance: 'supports', note: SECRET },
  });
  await desk.expect(201, 'POST', `/api/claims/${claim.id}/comments`, { ...people.checker, body: { body: SECRET } });
});
afterAll(() => desk.close());

async function claimOn(...anchors: { start: number; end: number }[]): Promise<Claim> {
  const said = {
    verdict: 'false',
    rationale: 'It is 64 km.',
    correction: 'The canal is 64 km long.',
    attributedTo: 'The board',
  };
  return desk.expect(201, 'POST', `/api/articles/${article.id}/claims`, {
    ...people.checker,
    body: { anchors, ...said },
  });
}

async function report(format: string, edition?: string, voice: Voice = people.editor, from = desk, id = article.id) {
  const query = new URLSearchParams({ format, ...(edition && { edition }) });
  return from.call('GET', `/api/articles/${id}/export?${query}`, voice);
}

/** What a file holds, packed or not. */
function everyByte(file: Uint8Array): string {
  if (file[0] !== 0x50 || file[1] !== 0x4b) return new TextDecoder().decode(file);
  return Object.values(unzipSync(file))
    .map((part) => strFromU8(part))
    .join('\n');
}

describe('GET export', () => {
  it.each(formats)('gives %s with its type and name, the same bytes each time', async (format, { type, ending }) => {
    const answers = [await report(format, 'internal'), await report(format, 'internal')];
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe(type);
      expect(answer.headers.get('content-disposition')).toContain(`filename="The canal.${ending}"`);
    }
    const [one, again] = await Promise.all(answers.map(async (answer) => new Uint8Array(await answer.arrayBuffer())));
    expect(Buffer.compare(one!, again!)).toBe(0);
  });

  it.each(formats)(
    'holds in the public %s, which is what one gets who does not ask, nothing confidential',
    async (format) => {
      const [asked, unasked] = await Promise.all([report(format, 'public'), report(format)]);
      const bytes = new Uint8Array(await asked.arrayBuffer());
      expect(Buffer.compare(bytes, new Uint8Array(await unasked.arrayBuffer()))).toBe(0);
      expect(everyByte(bytes)).not.toContain(SECRET);
    },
  );

  it.each(['html', 'docx', 'md', 'csv', 'xlsx', 'json', 'webannotation'])(
    'holds what is confidential in the internal %s',
    async (format) => {
      expect(everyByte(new Uint8Array(await (await report(format, 'internal')).arrayBuffer()))).toContain(SECRET);
    },
  );

  it.each(formats)('gives a viewer no internal %s', async (format) => {
    expect((await report(format, 'internal', people.viewer)).status).toBe(403);
    expect((await report(format, 'public', people.viewer)).status).toBe(200);
  });

  it('names the formats where one is asked for that does not exist', async () => {
    const answer = await report('odt');
    expect(answer.status).toBe(422);
    expect((await answer.json()).detail).toContain('webannotation');
  });

  it('tells nobody of an article that is not theirs to see', async () => {
    expect((await report('pdf', 'public', people.viewer, desk, 'nothing-here')).status).toBe(404);
  });
});

describe('what goes out comes back', () => {
  const bring = async (file: Uint8Array<ArrayBuffer>, name: string, from = desk, voice: Voice = people.editor) => {
    const raw = new FormData();
    raw.set('file', new File([file], name));
    return from.expect<Article>(201, 'POST', '/api/articles', { ...voice, raw });
  };
  const claimsOf = async (id: string) =>
    (await desk.expect<{ items: Claim[] }>(200, 'GET', `/api/articles/${id}/claims`, people.editor)).items;
  const said = (claims: Claim[]) =>
    claims.map(({ anchors, verdict, rationale, correction, attributedTo }) => ({
      words: anchors.map(({ current, start }) => [current, start]),
      verdict,
      rationale,
      correction,
      attributedTo,
    }));

  it('as a Word document: the same claims on the same words', async () => {
    const file = new Uint8Array(await (await report('docx', 'internal')).arrayBuffer());
    const back = await bring(file, 'canal.docx');
    expect(await (await desk.call('GET', `/api/articles/${back.id}/text`, people.editor)).text()).toBe(
      words.replaceAll('\n\n', '\n'),
    );
    expect(said(await claimsOf(back.id))).toEqual(said(await claimsOf(article.id)));
  });

  it('as annotations: the same claims on the same words', async () => {
    const annotations = await (await report('webannotation', 'public')).json();
    const bare = await desk.expect<Article>(201, 'POST', '/api/articles', { ...people.editor, body: { text: words } });
    const taken = await desk.expect(200, 'POST', `/api/articles/${bare.id}/annotations`, {
      ...people.checker,
      body: annotations,
    });
    expect(taken).toEqual({ created: 1, known: 0, skipped: [] });
    expect(said(await claimsOf(bare.id))).toEqual(said(await claimsOf(article.id)));
    const again = await desk.expect(200, 'POST', `/api/articles/${bare.id}/annotations`, {
      ...people.checker,
      body: annotations,
    });
    expect(again).toEqual({ created: 0, known: 1, skipped: [] });
  });

  it.each(['internal', 'public'])('as data: the %s edition, byte for byte, from an empty newsroom', async (edition) => {
    const file = new Uint8Array(await (await report('json', edition)).arrayBuffer());
    const { folder } = desk;
    other = await DeskDriver.open();
    try {
      const zoe = await other.signUp('Zoe', { newsroom: 'The Evening Mail' });
      const back = await bring(file, 'canal.json', other, zoe);
      expect(back.id).toBe(article.id);
      const again = new Uint8Array(await (await report('json', edition, zoe, other)).arrayBuffer());
      expect(Buffer.compare(file, again)).toBe(0);
    } finally {
      await other.close();
      desk = await DeskDriver.reopen(folder);
    }
  });
});
