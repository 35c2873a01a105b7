import { createHash, randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { EvidenceFile, Source } from '@/core/source/source';
import { DeskDriver, type Voice } from './desk-driver';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: DeskDriver;
let people: Awaited<ReturnType<DeskDriver['people']>>;
let source: string;

beforeAll(async () => {
  desk = await DeskDriver.open();
  people = await desk.people();
  source = await makeSource({ title: 'Honest hives' });
});
afterAll(() => desk.close());

async function makeSource(body: object): Promise<string> {
  return (await desk.expect<Source>(201, 'POST', '/api/sources', { ...people.admin, body })).id;
}

interface Sent {
  name?: string;
  type?: string;
  fields?: Record<string, string>;
}

function form(bytes: Uint8Array | string, { name = 'file', type = '', fields = {} }: Sent = {}): FormData {
  const made = new FormData();
  made.append('file', new File([bytes as BlobPart], name, { type }));
  for (const [field, value] of Object.entries(fields)) made.append(field, value);
  return made;
}

const send = (bytes: Uint8Array | string, sent: Sent = {}, voice: Voice = people.checker, to = source) =>
  desk.call('POST', `/api/sources/${to}/files`, { ...voice, raw: form(bytes, sent) });

async function put(bytes: Uint8Array | string, sent: Sent = {}, to = source): Promise<EvidenceFile> {
  const answered = await send(bytes, sent, people.checker, to);
  expect(answered.status, await answered.clone().text()).toBe(201);
  return (await answered.json()) as EvidenceFile;
}

const get = (id: string, query = '', headers: Record<string, string> = {}) =>
  desk.call('GET', `/api/files/${id}${query}`, { ...people.checker, headers });

const bytesOf = async (answered: Response) => Buffer.from(await answered.arrayBuffer());
const problemOf = async (answered: Response) => ((await answered.json()) as { code: string }).code;
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const script = '<script>owned=1</script>';

describe('an evidence file', () => {
  it('is told from its bytes, kept by its SHA-256 and answered byte for byte', async () => {
    const file = await put(png, { name: 'shot.txt', type: 'text/plain' });
    expect(file).toMatchObject({
      name: 'shot.txt',
      type: 'image/png',
      bytes: png.byteLength,
      sha256: sha256(png),
      citationId: null,
      origin: 'upload',
      url: null,
    });
    const answered = await get(file.id);
    expect(answered.status).toBe(200);
    expect(Object.fromEntries(answered.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `attachment; filename="shot.txt.png"; filename*=UTF-8''shot.txt.png`,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
      'content-length': String(png.byteLength),
    });
    expect(answered.headers.get('content-security-policy')).toMatch(/default-src 'none'; sandbox/);
    expect(await bytesOf(answered)).toEqual(png);
    expect(await readdir(path.join(desk.folder, 'evidence', file.sha256.slice(0, 2)))).toEqual([file.sha256]);
  });

  it('is what was sent, whatever was sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 100_000, size: 'max' }), async (bytes) => {
        const file = await put(bytes);
        expect(file.sha256).toBe(sha256(bytes));
        expect(Buffer.compare(await bytesOf(await get(file.id)), bytes)).toBe(0);
      }),
      { numRuns: 15 },
    );
  });

  it('is on disk once, however often it comes', async () => {
    const bytes = Buffer.from(randomUUID());
    const files = await Promise.all(Array.from({ length: 6 }, (_, at) => put(bytes, { name: `${at}.txt` })));
    expect(new Set(files.map(({ id }) => id)).size).toBe(6);
    const room = path.join(desk.folder, 'evidence', files[0]!.sha256.slice(0, 2));
    expect((await readdir(room)).filter((name) => name === files[0]!.sha256)).toHaveLength(1);
    expect(await readdir(path.join(desk.folder, 'evidence', 'coming'))).toEqual([]);
  });

  const utf16 = Buffer.from('\ufeff<html><body>x', 'utf16le');
  const mail = 'From: a@example.org\r\nTo: b@example.org\r\nSubject: Hives\r\nDate: x\r\n\r\nHello';
  it.each<[string, Uint8Array | string, string, string, string]>([
    ['a page', `<!doctype html>${script}`, 'a.png', 'text/html', 'a.png.html'],
    ['a page with a comment before it', `<!-- x -->\n<html>${script}`, 'a.pdf', 'text/html', 'a.pdf.html'],
    ['a page in UTF-16', utf16, 'a.txt', 'text/html', 'a.txt.html'],
    ['a page that begins with words', `Dear reader, ${script}`, 'a', 'text/html', 'a.html'],
    ['a drawing', `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`, 'a.svg', 'image/svg+xml', 'a.svg'],
    [
      'a drawing as XML',
      `<?xml version="1.0"?><!DOCTYPE svg><svg>${script}</svg>`,
      'a.jpg',
      'image/svg+xml',
      'a.jpg.svg',
    ],
    [
      'XHTML',
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${script}</html>`,
      'a',
      'application/xhtml+xml',
      'a.xhtml',
    ],
    ['a script', 'window.owned = 1;\nalert(1);', 'a.js', 'text/plain', 'a.js.txt'],
    ['a script that is a picture', 'GIF89a=1;owned=1;//', 'a.js', 'image/gif', 'a.js.gif'],
    ['a page that is a PDF', `%PDF-1.7\n<html>${script}`, 'a.html', 'application/pdf', 'a.html.pdf'],
    ['a PDF that is a page', `<html>${script}\n%PDF-1.7\n`, 'a.pdf', 'text/html', 'a.pdf.html'],
    [
      'a zip that is a page',
      Buffer.concat([Buffer.from(`<html>${script}`), zipSync({ a: strToU8('x') })]),
      'a.zip',
      'application/octet-stream',
      'a.zip',
    ],
    [
      'a page that is a zip',
      Buffer.concat([zipSync({ a: strToU8('x') }), Buffer.from(`<html>${script}`)]),
      'a.html',
      'application/zip',
      'a.html.zip',
    ],
    ['two endings', png, 'photo.jpg.exe', 'image/png', 'photo.jpg.exe.png'],
    ['a mail', mail, 'a.eml', 'message/rfc822', 'a.eml'],
    ['a mail with a page in it', `${mail}<html>${script}`, 'a.html', 'message/rfc822', 'a.html.eml'],
    [
      'a page saved as a mail',
      `From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"\r\n\r\n`,
      'a.mhtml',
      'multipart/related',
      'a.mhtml',
    ],
    ['a table', 'year;hives\n2024;3\n2025;4\n', 'a.csv', 'text/csv', 'a.csv'],
    ['plain words', 'Bees make honey.\n', 'notes.md', 'text/plain', 'notes.md'],
    [
      'a sound',
      Buffer.concat([Buffer.from('ID3\u0003\0\0\0\0\0\0', 'latin1'), Buffer.alloc(64, 0xff)]),
      'a.mp3',
      'audio/mpeg',
      'a.mp3',
    ],
    [
      'a program',
      Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'),
      'report.pdf',
      'application/octet-stream',
      'report.pdf.bin',
    ],
    ['bytes that nobody knows', Buffer.from([0, 1, 2, 3, 250]), 'survey.dta', 'application/octet-stream', 'survey.dta'],
  ])('%s is told apart, and is never a page of ours', async (_case, bytes, name, type, saved) => {
    const file = await put(bytes, { name, type: 'image/png' });
    expect(file.type).toBe(type);
    for (const query of ['', '?view=1']) {
      const answered = await get(file.id, query);
      const served = answered.headers.get('content-type')!;
      expect(served).not.toMatch(/html|xml|svg|script|rfc822|related/);
      expect(answered.headers.get('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent(saved)}`);
      if (!/^(image|audio|video)\/|pdf$/.test(served))
        expect(answered.headers.get('content-disposition')).toMatch(/^attachment;/);
      if (served !== 'application/pdf') expect(answered.headers.get('content-security-policy')).toMatch(/sandbox/);
      expect(answered.headers.get('x-content-type-options')).toBe('nosniff');
      await answered.body?.cancel();
    }
  });

  it('is not shown in its place where it is a PDF with a script, which the browser’s viewer would run', async () => {
    const shown = async (body: string) => {
      const answered = await get((await put(`%PDF-1.7\n1 0 obj<<${body}>>endobj`, { name: 'a.pdf' })).id, '?view=1');
      await answered.body?.cancel();
      return [
        answered.headers.get('content-disposition')!.split(';')[0],
        answered.headers.get('content-security-policy'),
      ];
    };
    expect(await shown('/Type/Page')).toEqual(['inline', "frame-ancestors 'self'"]);
    expect(await shown('/S/JavaScript/JS(app.alert\\(1\\))')).toEqual([
      'attachment',
      expect.stringContaining('sandbox'),
    ]);
  });

  it.each([
    ['folders', '../../etc/passwd', 'passwd'],
    ['folders of Windows', 'C:\\fakepath\\..\\a.txt', 'a.txt'],
    ['nothing but dots', '..', 'file'],
    ['controls and marks of direction', 'in\u0000voice\u202Efdp.exe\r\nX: 1', 'invoicefdp.exeX_ 1'],
    ['quotes and percent signs', 'a"b%22c;d=e.txt', 'a_b_c;d=e.txt'],
    ['300 characters', `${'ä'.repeat(300)}.pdf`, `${'ä'.repeat(176)}.pdf`],
    ['letters of any script', 'Zeugnis – 証明書.txt', 'Zeugnis – 証明書.txt'],
  ])('is kept under an honest name where it has %s', async (_case, given, kept) => {
    const file = await put('Bees make honey.', { name: given });
    expect(file.name).toBe(kept);
    const answered = await get(file.id);
    expect(answered.headers.get('content-disposition')).not.toMatch(/[^ -~]/);
    await answered.body?.cancel();
  });

  it('may have 50 MB and not a byte more, said or not', async () => {
    const most = Buffer.alloc(50 * 1024 * 1024, 'bees ');
    const file = await put(most, { name: 'most.txt' });
    expect([file.bytes, file.sha256]).toEqual([most.byteLength, sha256(most)]);
    const more = Buffer.concat([most, Buffer.from('!')]);
    const refused = await send(more);
    expect([refused.status, await problemOf(refused)]).toEqual([413, 'file-too-large']);
    const said = await desk.call('POST', `/api/sources/${source}/files`, {
      ...people.checker,
      raw: 'x',
      headers: { 'content-length': '60000000', 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(said.status).toBe(413);
    expect(await readdir(path.join(desk.folder, 'evidence', 'coming'))).toEqual([]);
  });

  it.each<[string, FormData | string, number]>([
    ['no file', new FormData(), 400],
    ['an empty file', form(''), 422],
    ['a field that it does not know', form('x', { fields: { note: 'x' } }), 400],
    ['a citation that is none', form('x', { fields: { citationId: 'nothing' } }), 422],
    ['JSON', '{}', 415],
  ])('is refused where the body has %s, and leaves nothing that is read', async (_case, raw, status) => {
    const headers: Record<string, string> = typeof raw === 'string' ? { 'content-type': 'application/json' } : {};
    const answered = await desk.call('POST', `/api/sources/${source}/files`, { ...people.checker, raw, headers });
    expect(answered.status).toBe(status);
  });

  it('is put there once when the same call is repeated, and never in another’s place', async () => {
    const id = randomUUID();
    const first = await put('Once.', { fields: { id } });
    const again = await send('Once.', { fields: { id } });
    expect([again.status, await again.json()]).toEqual([200, first]);
    expect((await send('Twice.', { fields: { id } })).status).toBe(409);
  });

  it('comes in parts', async () => {
    const file = await put('0123456789', { name: 'ten.txt' });
    const part = async (range: string, more: Record<string, string> = {}) => {
      const answered = await get(file.id, '', { range, ...more });
      return [
        answered.status,
        answered.headers.get('content-range'),
        answered.status === 416 ? '' : await answered.text(),
      ];
    };
    expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234']);
    expect(await part('bytes=7-')).toEqual([206, 'bytes 7-9/10', '789']);
    expect(await part('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789']);
    expect(await part('bytes=0-99')).toEqual([206, 'bytes 0-9/10', '0123456789']);
    expect(await part('bytes=10-')).toEqual([416, 'bytes */10', '']);
    expect(await part('bytes=0-1,4-5')).toEqual([200, null, '0123456789']);
    expect(await part('bytes=2-4', { 'if-range': '"another"' })).toEqual([200, null, '0123456789']);
    expect(await part('bytes=2-4', { 'if-range': `"${file.sha256}"` })).toEqual([206, 'bytes 2-4/10', '234']);
    const known = await get(file.id, '', { 'if-none-match': `"${file.sha256}"` });
    expect([known.status, await known.text()]).toEqual([304, '']);
  });

  it('is listed on its source, goes and comes back', async () => {
    const own = await makeSource({ title: 'Old hives' });
    const file = await put('Words.', { name: 'w.txt' }, own);
    const listed = async () => {
      const { files } = await desk.expect<Source>(200, 'GET', `/api/sources/${own}`, people.viewer);
      const { items } = await desk.expect<{ items: EvidenceFile[] }>(
        200,
        'GET',
        `/api/sources/${own}/files`,
        people.viewer,
      );
      expect(items).toEqual(files);
      return items;
    };
    expect(await listed()).toEqual([file]);
    const other = (
      await desk.expect<EvidenceFile>(201, 'POST', `/api/sources/${own}/files`, { ...people.admin, raw: form('A') })
    ).id;
    expect(await problemOf(await desk.call('DELETE', `/api/files/${other}`, people.checker))).toBe('file-of-another');
    await desk.expect(204, 'DELETE', `/api/files/${file.id}`, people.editor);
    expect((await listed()).map(({ id }) => id)).toEqual([other]);
    expect((await get(file.id)).status).toBe(404);
    expect(await desk.expect(200, 'POST', `/api/files/${file.id}/restore`, people.checker)).toEqual(file);
    expect((await listed()).map(({ id }) => id)).toEqual([file.id, other]);
  });

  it('says so where its bytes are gone', async () => {
    const file = await put('Lost.');
    await rm(path.join(desk.folder, 'evidence', file.sha256.slice(0, 2), file.sha256));
    const answered = await get(file.id);
    expect([answered.status, await problemOf(answered)]).toEqual([410, 'file-bytes-gone']);
  });

  it('is as hidden as its source, and as the article that it was put in', async () => {
    const secret = await makeSource({ title: 'Deep hive', confidential: true });
    const file = await desk.expect<EvidenceFile>(201, 'POST', `/api/sources/${secret}/files`, {
      ...people.admin,
      raw: form('Secret.'),
    });
    for (const voice of [people.viewer, people.checker])
      for (const address of [`/api/files/${file.id}`, `/api/sources/${secret}/files`])
        expect((await desk.call('GET', address, voice)).status).toBe(404);
    for (const [method, address] of [
      ['DELETE', `/api/files/${file.id}`],
      ['POST', `/api/files/${file.id}/restore`],
    ] as const)
      expect((await desk.call(method, address, people.checker)).status).toBe(404);
    expect((await send('x', {}, people.checker, secret)).status).toBe(404);
    const body = { text: 'Bees make honey.', title: 'Closed' };
    const article = await desk.expect<{ id: string }>(201, 'POST', '/api/articles', { ...people.admin, body });
    const claim = await desk.expect<{ id: string }>(201, 'POST', `/api/articles/${article.id}/claims`, {
      ...people.admin,
      body: { anchors: [{ exact: 'honey' }] },
    });
    const own = await makeSource({ title: 'Hives of all' });
    const citation = await desk.expect<{ id: string }>(201, 'POST', `/api/claims/${claim.id}/citations`, {
      ...people.admin,
      body: { sourceId: own, stance: 'supports' },
    });
    const raw = form('Of the closed article.', { name: 'closed.txt', fields: { citationId: citation.id } });
    const put_ = await desk.expect<EvidenceFile>(201, 'POST', `/api/sources/${own}/files`, { ...people.admin, raw });
    expect(put_.citationId).toBe(citation.id);
    await desk.expect(200, 'PATCH', `/api/articles/${article.id}`, {
      ...people.admin,
      ifMatch: 1,
      body: { access: { kind: 'restricted', people: [] } },
    });
    expect((await desk.call('GET', `/api/files/${put_.id}`, people.editor)).status).toBe(404);
    expect((await desk.call('DELETE', `/api/files/${put_.id}`, people.editor)).status).toBe(404);
    for (const address of [`/api/sources/${own}`, `/api/sources/${own}/files`, '/api/sources']) {
      expect(await (await desk.call('GET', address, people.editor)).text()).not.toContain('closed.txt');
      expect(await (await desk.call('GET', address, people.admin)).text()).toContain('closed.txt');
    }
    const elsewhere = form('x', { fields: { citationId: citation.id } });
    const refused = await desk.call('POST', `/api/sources/${own}/files`, { ...people.editor, raw: elsewhere });
    expect([refused.status, await problemOf(refused)]).toEqual([422, 'citation-unknown']);
  });

  it('is unseen by the second checker of the claim that it was put on, until they have judged', async () => {
    const own = await makeSource({ title: 'Hives seen twice' });
    const make = <T>(address: string, body: object) => desk.expect<T>(201, 'POST', address, { ...people.editor, body });
    const article = await make<{ id: string }>('/api/articles', { text: 'Bees make wax.', title: 'Blind' });
    const claim = await make<{ id: string; revision: number }>(`/api/articles/${article.id}/claims`, {
      anchors: [{ exact: 'wax' }],
      verdict: 'true',
    });
    const citation = await make<{ id: string }>(`/api/claims/${claim.id}/citations`, {
      sourceId: own,
      stance: 'supports',
    });
    const raw = form('Of the first check.', { name: 'first.txt', fields: { citationId: citation.id } });
    const file = await desk.expect<EvidenceFile>(201, 'POST', `/api/sources/${own}/files`, { ...people.editor, raw });
    const { id: secondCheckerId } = await desk.expect<{ id: string }>(200, 'GET', '/api/me', people.checker);
    const ifMatch = claim.revision;
    await desk.expect(200, 'PATCH', `/api/claims/${claim.id}`, {
      ...people.editor,
      ifMatch,
      body: { secondCheckerId },
    });
    const seen = async () => [
      (await get(file.id)).status,
      (await desk.expect<Source>(200, 'GET', `/api/sources/${own}`, people.checker)).files.length,
      (await desk.expect<{ items: unknown[] }>(200, 'GET', `/api/sources/${own}/files`, people.checker)).items.length,
    ];
    expect(await seen()).toEqual([404, 0, 0]);
    await desk.expect(201, 'POST', `/api/claims/${claim.id}/checks`, {
      ...people.checker,
      body: { verdict: 'true', rationale: 'So it is.' },
    });
    expect(await seen()).toEqual([200, 1, 1]);
  });
});
