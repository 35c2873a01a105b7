import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Event } from '@/core/event/event';
import type { EvidenceFile, Source } from '@/core/source/source';
import { events } from '@/db/schema/schema';
import { theStore } from '../store';
import { DeskDriver } from './desk-driver';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const long =
  'The river rose by two metres in the night, and nobody had seen it as high, said the mayor of the town. '.repeat(6);
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n');
/** What the site answers at each path, changed by tests. */
const site: Record<string, { status?: number; type?: string; body?: string | Buffer }> = {};
const page = (words: string) => `<!doctype html><html lang="en"><head><title>High water</title>
<script>owned=1</script><link rel="stylesheet" href="https://evil.example/s.css"></head><body onload="owned=1">
<nav><a href="/">Home</a></nav><article><h1>High water</h1><p>${long}</p>
<p onclick="owned=1">${words} <a href="/report?a=1&b=2">the <b>report</b></a>, <a href="javascript:owned=1">run</a>.</p>
<table><tr><th>Year</th><td>2025</td></tr></table><ul><li>One</li></ul><img src="https://evil.example/p.png" alt="The pier">
<iframe src="https://evil.example/"></iframe></article></body></html>`;

let desk: DeskDriver;
let people: Awaited<ReturnType<DeskDriver['people']>>;
let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    const { status = 200, type = 'text/html; charset=utf-8', body = '' } = site[url] ?? { status: 404 };
    response.writeHead(status, { 'Content-Type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  base = `http://127.0.0.1:${port}`;
  desk = await DeskDriver.open({ STET_FETCH_ALLOW: `127.0.0.1:${port}` });
  people = await desk.people();
});
afterAll(async () => {
  await desk.close();
  delete process.env.STET_FETCH_ALLOW;
  server.closeAllConnections();
  server.close();
});

async function makeSource(url?: string): Promise<string> {
  const body = { title: 'High water', ...(url && { url: base + url }) };
  return (await desk.expect<Source>(201, 'POST', '/api/sources', { ...people.admin, body })).id;
}
const copy = (id: string) =>
  desk.expect<EvidenceFile>(201, 'POST', `/api/sources/${id}/copies`, { ...people.checker, body: {} });
const check = async (id: string) => {
  const { link, linkStatus, linkAt, revision } = await desk.expect<Source>(
    200,
    'POST',
    `/api/sources/${id}/link`,
    people.editor,
  );
  expect([typeof linkAt, revision]).toEqual(['string', 1]);
  return [link, linkStatus];
};
const bytesOf = async (id: string) =>
  Buffer.from(await (await desk.call('GET', `/api/files/${id}`, people.checker)).arrayBuffer());
const told = async (id: string): Promise<Event[]> => {
  const store = await theStore();
  return (await store.read.select().from(events)).filter(
    (event) => event.sourceId === id && event.kind === 'source.link-checked',
  );
};

describe('a copy of a page', () => {
  it('holds its words, its time, its address and their hash, and nothing that runs or is fetched', async () => {
    site['/flood'] = { body: page('It is in') };
    const id = await makeSource('/flood');
    const file = await copy(id);
    expect(file).toMatchObject({ name: 'High water.html', type: 'text/html', origin: 'copy', url: `${base}/flood` });
    const bytes = await bytesOf(file.id);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
    const html = bytes.toString();
    for (const words of [
      'High water',
      'said the mayor',
      'Year',
      '2025',
      'One',
      'The pier',
      file.fetchedAt!,
      `${base}/flood`,
    ])
      expect(html).toContain(words);
    expect(html).toContain(`the <strong>report</strong> [${base}/report?a=1&#38;b=2]`);
    expect(html).toMatch(/SHA-256 of its words: [0-9a-f]{64}/);
    expect(html).not.toMatch(/<script|<iframe|<img|<link|<a\b|\bon\w+=|src=|href=|evil\.example|javascript:|Home/i);
    const words = await desk.expect<{ doc: unknown }>(200, 'GET', `/api/files/${file.id}/words`, people.viewer);
    expect(JSON.stringify(words.doc)).toContain('said the mayor');
    expect(await desk.expect<Source>(200, 'GET', `/api/sources/${id}`, people.viewer)).toMatchObject({
      link: 'alive',
      linkStatus: 200,
    });
  });

  it('is a PDF’s own bytes, and nothing that only says that it is one', async () => {
    site['/r.pdf'] = { type: 'application/pdf', body: pdf };
    const file = await copy(await makeSource('/r.pdf'));
    expect(file).toMatchObject({ name: 'r.pdf', type: 'application/pdf', origin: 'copy' });
    expect(await bytesOf(file.id)).toEqual(pdf);
    site['/lie.pdf'] = { type: 'application/pdf', body: page('It is in') };
    const refused = await desk.call('POST', `/api/sources/${await makeSource('/lie.pdf')}/copies`, {
      ...people.checker,
      body: {},
    });
    expect(refused.status).toBe(422);
  });

  it.each([
    ['has no address', undefined, 'address-missing'],
    ['is gone', '/nothing-here', 'fetch-status'],
    ['is a picture', '/p.png', 'fetch-kind'],
    ['has no words', '/empty', 'text-empty'],
  ])('is refused in a sentence where the page %s', async (_case, url, code) => {
    site['/p.png'] = { type: 'image/png', body: 'x' };
    site['/empty'] = { body: '<html></html>' };
    const answered = await desk.call('POST', `/api/sources/${await makeSource(url)}/copies`, {
      ...people.checker,
      body: {},
    });
    expect([answered.status, ((await answered.json()) as { code: string }).code]).toEqual([422, code]);
  });

  it('is fetched from no private address that is not allowed', async () => {
    const body = { title: 'Inside', url: 'http://127.0.0.1:9/' };
    const { id } = await desk.expect<Source>(201, 'POST', '/api/sources', { ...people.admin, body });
    const answered = await desk.call('POST', `/api/sources/${id}/copies`, { ...people.checker, body: {} });
    expect(((await answered.json()) as { code: string }).code).toBe('fetch-host');
  });
});

describe('a link', () => {
  it('is alive, changed or dead, told once each time that it is another', async () => {
    site['/news'] = { body: page('It is in') };
    const id = await makeSource('/news');
    expect(await check(id)).toEqual(['alive', 200]);
    await copy(id);
    site['/news'] = { body: page('It  is\n in').replace('<nav>', '<nav>New advertisement ') };
    expect(await check(id)).toEqual(['alive', 200]);
    site['/news'] = { body: page('It is not in') };
    expect(await check(id)).toEqual(['changed', 200]);
    expect(await check(id)).toEqual(['changed', 200]);
    site['/news'] = { status: 410 };
    expect(await check(id)).toEqual(['dead', 410]);
    site['/news'] = { status: 403 };
    expect(await check(id)).toEqual(['dead', 403]);
    site['/news'] = { body: page('It is not in') };
    await copy(id);
    expect(await check(id)).toEqual(['alive', 200]);
    expect((await told(id)).map(({ after }) => after!.link)).toEqual(['changed', 'dead', 'alive']);
  });

  it('is unknown where a site that never answered us turns us away', async () => {
    site['/closed'] = { status: 403 };
    expect(await check(await makeSource('/closed'))).toEqual([null, 403]);
  });

  it('is forgotten with the address', async () => {
    site['/old'] = { status: 404 };
    const id = await makeSource('/old');
    expect(await check(id)).toEqual(['dead', 404]);
    const changed = await desk.expect(200, 'PATCH', `/api/sources/${id}`, {
      ...people.editor,
      ifMatch: 1,
      body: { url: `${base}/new` },
    });
    expect(changed).toMatchObject({ link: null, linkStatus: null, linkAt: null });
  });

  it('is an editor’s to check', async () => {
    expect((await desk.call('POST', `/api/sources/${await makeSource('/news')}/link`, people.checker)).status).toBe(
      403,
    );
  });
});
