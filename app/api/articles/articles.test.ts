import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ArticlePreview } from '@/core/article/article';
import { DeskDriver, type Voice } from '../desk-driver';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: DeskDriver;
let ada: Voice;

beforeAll(async () => {
  desk = await DeskDriver.open();
  ada = await desk.signUp('Ada');
});
afterAll(() => desk.close());

interface Made {
  id: string;
  title: string;
  origin: string | null;
}

/** A form with one file and the fields beside it. */
function form(bytes: BlobPart, name: string, fields: Record<string, string> = {}): FormData {
  const sent = new FormData();
  for (const [field, value] of Object.entries(fields)) sent.set(field, value);
  sent.set('file', new File([bytes], name));
  return sent;
}

const textOf = async (id: string) => (await desk.call('GET', `/api/articles/${id}/text`, ada)).text();

describe('bringing an article in', () => {
  it('keeps plain text character for character, and says its version', async () => {
    const text = '\ufeffFirst\tline  here\r\n\r\nSecond \u{1f41d} block\r\nwith a break\u00a0and \u200djoiner';
    const { id } = await desk.expect<Made>(201, 'POST', '/api/articles', { ...ada, body: { text } });
    const answered = await desk.call('GET', `/api/articles/${id}/text`, ada);
    expect(answered.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answered.headers.get('etag')).toBe('"0"');
    expect(await answered.text()).toBe('First\tline  here\nSecond \u{1f41d} block\nwith a break\u00a0and \u200djoiner');
    const again = await desk.call('GET', `/api/articles/${id}/text`, { ...ada, headers: { 'if-none-match': '"0"' } });
    expect(again.status).toBe(304);
  });

  it('takes a file with its fields, and reads what its bytes mean', async () => {
    const windows = new Uint8Array([...'Caf\u00e9 costs 5'].map((letter) => letter.charCodeAt(0)));
    const raw = form(windows, 'Menu.txt', { title: 'The menu', language: 'fr' });
    const made = await desk.expect<Made>(201, 'POST', '/api/articles', { ...ada, raw });
    expect(made).toMatchObject({ title: 'The menu', language: 'fr', origin: 'Menu.txt' });
    expect(await textOf(made.id)).toBe('Caf\u00e9 costs 5');
  });

  it.each([
    ['a kind that it does not read', () => form('x', 'a.exe'), 415],
    ['an empty file', () => form('', 'a.txt'), 422],
    ['a binary file', () => form(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'a.txt'), 422],
    ['a field that does not exist', () => form('Words', 'a.txt', { tittle: 'x' }), 400],
    ['a form without a file', () => Object.assign(new FormData()), 400],
    ['a file that is too large', () => form(new Uint8Array(10 * 1024 * 1024 + 1).fill(0x61), 'a.txt'), 413],
  ])('refuses %s', async (_, make, status) => {
    await desk.expect(status, 'POST', '/api/articles', { ...ada, raw: make() });
  });

  it.each([
    ['no text', { title: 'Bees' }, 400],
    ['two texts', { text: 'a', html: 'b' }, 400],
    ['an address, for now', { url: 'https://example.org/' }, 422],
    ['a scale that there is not', { text: 'Bees.', scale: 'none' }, 422],
    ['an empty text', { text: ' \n ' }, 422],
    ['a control character', { text: 'a\u0001b' }, 422],
    ['too many words', { text: 'word '.repeat(200_001) }, 413],
  ])('refuses %s', async (_, body, status) => {
    await desk.expect(status, 'POST', '/api/articles', { ...ada, body });
  });

  it('says with dryRun what it would make, and makes nothing', async () => {
    const before = await desk.expect<{ items: unknown[] }>(200, 'GET', '/api/articles?limit=200', ada);
    const raw = form('# Bees\n\nBees make *honey*.', 'bees.md');
    const found = await desk.expect<object>(200, 'POST', '/api/articles?dryRun=1', { ...ada, raw });
    expect(found).toMatchObject({ title: 'Bees', format: 'markdown', encoding: 'UTF-8', doc: { type: 'doc' } });
    expect(Object.keys(found).sort()).toEqual(Object.keys(ArticlePreview.shape).sort());
    expect(await desk.expect(200, 'GET', '/api/articles?limit=200', ada)).toEqual(before);
  });

  it('answers a retry with what was made, and a taken id with nothing', async () => {
    const id = crypto.randomUUID();
    const body = { id, title: 'Bees', text: 'Bees make honey.' };
    const made = await desk.expect<Made>(201, 'POST', '/api/articles', { ...ada, body });
    expect(await desk.expect(200, 'POST', '/api/articles', { ...ada, body })).toEqual(made);
    const other = { ...ada, body: { ...body, text: 'Wasps.' } };
    expect(await desk.expect(409, 'POST', '/api/articles', other)).not.toHaveProperty('current');
  });

  it('goes to the bin and comes back whole', async () => {
    const { id } = await desk.expect<Made>(201, 'POST', '/api/articles', { ...ada, body: { text: 'Ants carry.' } });
    await desk.expect(200, 'DELETE', `/api/articles/${id}`, { ...ada, ifMatch: 1 });
    await desk.expect(404, 'GET', `/api/articles/${id}`, ada);
    const bin = await desk.expect<{ items: Made[] }>(200, 'GET', '/api/articles?deleted=1', ada);
    expect(bin.items.map((item) => item.id)).toContain(id);
    await desk.expect(200, 'POST', `/api/articles/${id}/restore`, ada);
    expect(await textOf(id)).toBe('Ants carry.');
  });

  it('tells the steps since its import, which are none yet, and the text that they start from', async () => {
    const { id } = await desk.expect<Made>(201, 'POST', '/api/articles', { ...ada, body: { text: 'Ants carry.' } });
    const whole = await desk.expect<object>(200, 'GET', `/api/articles/${id}/steps?since=0`, ada);
    expect(whole).toMatchObject({ version: 0, steps: [], clientIds: [], start: { type: 'doc' } });
  });
});

describe('a report', () => {
  it('is a file named after the article, the same bytes for the same state', async () => {
    const body = { title: 'Zo\u00eb: "Bees" / 50%', text: 'Bees make honey.' };
    const { id } = await desk.expect<Made>(201, 'POST', '/api/articles', { ...ada, body });
    for (const [format, type] of [
      ['html', 'text/html; charset=utf-8'],
      ['json', 'application/json'],
    ] as const) {
      const answered = await desk.call('GET', `/api/articles/${id}/export?format=${format}`, ada);
      expect(answered.headers.get('content-type')).toBe(type);
      expect(answered.headers.get('content-disposition')).toBe(
        `attachment; filename="Zoe Bees 50.${format}"; filename*=UTF-8''Zo%C3%AB%20Bees%2050%25.${format}`,
      );
      expect(answered.headers.get('content-security-policy')).toContain('sandbox');
      const again = await desk.call('GET', `/api/articles/${id}/export?format=${format}`, ada);
      expect(await again.text()).toBe(await answered.text());
    }
    await desk.expect(422, 'GET', `/api/articles/${id}/export?format=odt`, ada);
  });
});
