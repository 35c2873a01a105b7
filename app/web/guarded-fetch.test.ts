import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import zlib from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '@/core/problem';
import { readFetchAllow } from '@/core/web/fetch-allow';
import { fetchPage } from './fetch-page';
import { type FetchLimits, type FetchWanted, fetchGuarded, fetchLimits } from './guarded-fetch';

const servers: Server[] = [];
/** Starts a server on this machine; what it hears is written down. */
async function serve(listener: RequestListener) {
  const heard: { url: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    heard.push({ url: request.url ?? '', headers: request.headers });
    listener(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, heard };
}
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const packers: Record<string, (body: Buffer) => Buffer> = {
  gzip: zlib.gzipSync,
  br: zlib.brotliCompressSync,
  deflate: zlib.deflateSync,
  'deflate-raw': zlib.deflateRawSync,
};

/** A site that says back, redirects, packs and goes wrong, by its paths. */
const site: RequestListener = (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://site.example');
  const html = { 'Content-Type': 'text/html; charset="ISO-8859-1"', 'Set-Cookie': 'seen=1' };
  const page = Buffer.from('<p>A page.');
  const hop = Number(searchParams.get('hop'));
  switch (pathname) {
    case '/page':
      return response.writeHead(200, html).end(page);
    case '/hops':
      return hop > 0
        ? response.writeHead(302, { ...html, Location: `?hop=${hop - 1}#there` }).end('<p>Elsewhere.')
        : response.writeHead(200, html).end(page);
    case '/circle':
      return response.writeHead(307, { Location: hop > 0 ? '/circle' : '/circle?hop=1' }).end();
    case '/to':
      return response.writeHead(301, { Location: searchParams.get('it') ?? '' }).end();
    case '/nowhere':
      return response.writeHead(302, html).end(page);
    case '/unchanged':
      return response.writeHead(304).end();
    case '/status':
      return response.writeHead(Number(searchParams.get('is')), html).end(page);
    case '/type':
      return response.writeHead(200, { 'Content-Type': searchParams.get('is') ?? '' }).end(page);
    case '/no-type':
      return response.writeHead(200).end(page);
    case '/packed': {
      const encoding = searchParams.get('is') ?? '';
      const packed = packers[encoding]?.(searchParams.has('bomb') ? Buffer.alloc(3_000_000) : page);
      const body = packed ?? Buffer.from('not packed at all');
      const cut = searchParams.has('cut') ? body.subarray(0, -4) : body;
      return response.writeHead(200, { ...html, 'Content-Encoding': encoding.replace('-raw', '') }).end(cut);
    }
    case '/endless': {
      response.writeHead(200, html);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65536, 'a')));
      };
      response.on('drain', more);
      return more();
    }
    case '/long':
      return response.writeHead(200, { ...html, 'Content-Length': 2_000_000 }).write(Buffer.alloc(1_500_000, 'a'));
    case '/drip':
      return response.writeHead(200, html).write('<p>A pa');
    case '/cut':
      response.writeHead(200, { ...html, 'Content-Length': 100 }).write('<p>A pa');
      return setImmediate(() => response.destroy());
    case '/gibberish':
      return request.socket.end('HTTP/1.1 200 OK\r\nContent Type: x\r\n\r\n');
    case '/upgrade':
      return request.socket.end('HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n');
    case '/headers':
      return response.writeHead(200, { ...html, 'X-Long': 'x'.repeat(20_000) }).end(page);
    default:
      // Says nothing at all.
      return undefined;
  }
};

let at: Awaited<ReturnType<typeof serve>>;
beforeEach(async () => {
  at = await serve(site);
});

const accept = ['text/html', 'text/plain'];
const limits: FetchLimits = { ...fetchLimits, bytes: 1_000_000 };

/** Fetches from the site under a name that only this test's resolver knows. */
function visit(path: string, wanted: Partial<FetchWanted> = {}) {
  const allow = readFetchAllow(`127.0.0.1:${at.port}`);
  const resolve = async () => ['127.0.0.1'];
  return fetchGuarded(`http://site.example:${at.port}${path}`, { allow, accept, limits, resolve, ...wanted });
}

async function refusal(fetched: Promise<unknown>): Promise<unknown> {
  const outcome = await fetched.then(
    () => 'fetched',
    (error) => error,
  );
  return outcome instanceof Problem ? { code: outcome.code, ...outcome.values } : outcome;
}

describe('fetchGuarded', () => {
  it('gives the bytes, and what the server says of them', async () => {
    const { address, type, charset, bytes } = await visit('/page?a=b#c');
    expect([address, type, charset]).toEqual([`http://site.example:${at.port}/page?a=b`, 'text/html', 'ISO-8859-1']);
    expect(Buffer.from(bytes).toString()).toBe('<p>A page.');
  });

  it('sends its name and what it reads, and nothing that it was told before', async () => {
    await visit('/hops?hop=2');
    expect(at.heard.map(({ url }) => url)).toEqual(['/hops?hop=2', '/hops?hop=1', '/hops?hop=0']);
    for (const { headers } of at.heard)
      expect(headers).toEqual({
        host: `site.example:${at.port}`,
        'user-agent': expect.stringContaining('Stet'),
        accept: 'text/html, text/plain',
        'accept-encoding': 'gzip, deflate, br',
        connection: 'close',
      });
  });

  it('asks once where a host is, and connects there', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    let asked = 0;
    const resolve = async () => answers[asked++]!;
    await visit('/page', { resolve });
    expect([asked, at.heard.length]).toEqual([1, 1]);
  });

  it('asks again at a redirect, and believes no earlier answer', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    const resolve = async () => answers.shift()!;
    expect(await refusal(visit('/hops?hop=1', { resolve }))).toEqual({ code: 'fetch-host', host: 'site.example' });
    expect(at.heard.length).toBe(1);
  });

  it.each([
    ['a private address', 'http://192.168.1.1/'],
    ['the cloud’s secrets', 'http://169.254.169.254/latest/meta-data/'],
    ['this machine by name', 'http://localhost/'],
    ['this machine in IPv6', 'http://[::1]/'],
    ['this machine in another way', 'http://2130706433/'],
  ])('does not go to %s, asked or sent', async (_case, private_) => {
    const refused = { code: 'fetch-host', host: new URL(private_).hostname.replace(/[[\]]/g, '') };
    expect(await refusal(fetchGuarded(private_, { allow: [], accept }))).toEqual(refused);
    expect(await refusal(visit(`/to?it=${encodeURIComponent(private_)}`))).toEqual(refused);
  });

  it('says the same whether a private host listens, is silent or does not exist, and knocks at none', async () => {
    const inside = await serve(site);
    const ask = (resolve: FetchWanted['resolve']) =>
      refusal(fetchGuarded(`http://inside.example:${inside.port}/page`, { allow: [], accept, resolve }));
    const unknown = Object.assign(new Error('getaddrinfo ENOTFOUND inside.example'), { code: 'ENOTFOUND' });
    const answers = await Promise.all([
      ask(async () => ['127.0.0.1']),
      ask(async () => ['10.255.255.1']),
      ask(async () => ['1.1.1.1', '127.0.0.1']),
      ask(async () => []),
      ask(() => Promise.reject(unknown)),
    ]);
    expect(answers).toEqual(Array(5).fill({ code: 'fetch-host', host: 'inside.example' }));
    expect(inside.heard).toEqual([]);
  });

  it('does not go from an allowed host to another one that is not', async () => {
    const inside = await serve(site);
    const there = encodeURIComponent(`http://127.0.0.1:${inside.port}/page`);
    expect(await refusal(visit(`/to?it=${there}`))).toEqual({ code: 'fetch-host', host: '127.0.0.1' });
    expect(inside.heard).toEqual([]);
  });

  it('follows five redirects and no sixth', async () => {
    expect((await visit('/hops?hop=5')).address).toBe(`http://site.example:${at.port}/hops?hop=0`);
    expect(await refusal(visit('/hops?hop=6'))).toEqual({ code: 'fetch-redirects', reason: 'many', limit: 5 });
  });

  const failed = (reason: string) => ({ code: 'fetch-failed', host: 'site.example', reason });
  const status = (code: number, kind: string) => ({
    code: 'fetch-status',
    host: 'site.example',
    status: code,
    kind,
  });
  const tooLarge = { code: 'fetch-too-large', limit: '1 MB' };
  it.each<[string, string, object]>([
    ['redirects in a circle', '/circle', { code: 'fetch-redirects', reason: 'loop', limit: 5 }],
    ['a redirect to a file', '/to?it=file:///etc/passwd', { code: 'fetch-address' }],
    ['a redirect with a password', '/to?it=http://a:b@site.example/', { code: 'fetch-credentials' }],
    ['a redirect to no address', '/to?it=http://', { code: 'fetch-address' }],
    ['a redirect without an address', '/nowhere', status(302, 'other')],
    ['no answer to what was not asked', '/unchanged', status(304, 'other')],
    ['a page that is not there', '/status?is=404', status(404, 'gone')],
    ['a page for others', '/status?is=403', status(403, 'closed')],
    ['a busy server', '/status?is=503', status(503, 'busy')],
    ['a broken server', '/status?is=500', status(500, 'other')],
    ['a page of another kind', '/type?is=application/pdf', { code: 'fetch-kind', type: 'application/pdf' }],
    ['a kind that is a trap', '/type?is=text/html%20<b>', { code: 'fetch-kind', type: 'none' }],
    ['no kind', '/no-type', { code: 'fetch-kind', type: 'none' }],
    ['a body without end', '/endless', tooLarge],
    ['a body that is too long', '/long', tooLarge],
    ['a bomb in gzip', '/packed?is=gzip&bomb', tooLarge],
    ['a bomb in brotli', '/packed?is=br&bomb', tooLarge],
    ['a bomb in deflate', '/packed?is=deflate&bomb', tooLarge],
    ['what is not packed as said', '/packed?is=gzip,gzip', failed('broken')],
    ['what is packed as nobody asked', '/packed?is=zstd', failed('broken')],
    ['a packed body that breaks off', '/packed?is=gzip&cut', failed('broken')],
    ['a body that breaks off', '/cut', failed('silent')],
    ['gibberish', '/gibberish', failed('broken')],
    ['another protocol', '/upgrade', failed('silent')],
    ['headers without end', '/headers', failed('broken')],
  ])('refuses %s', async (_case, path, refused) => {
    expect(await refusal(visit(path))).toEqual(refused);
  });

  it('refuses where nobody listens', async () => {
    const gone = servers.pop()!;
    await new Promise((resolve) => gone.close(resolve));
    expect(await refusal(visit('/page'))).toEqual(failed('silent'));
  });

  it.each(['gzip', 'br', 'deflate', 'deflate-raw'])('unpacks %s', async (encoding) => {
    expect(Buffer.from((await visit(`/packed?is=${encoding}`)).bytes).toString()).toBe('<p>A page.');
  });

  it.each<[string, string, Partial<FetchWanted>]>([
    ['a server that says nothing', '/silence', {}],
    ['a body that drips', '/drip', {}],
    ['a name that nobody can tell', '/page', { resolve: () => new Promise(() => undefined) }],
  ])('waits no longer than it may for %s', async (_case, path, wanted) => {
    const refused = { code: 'fetch-slow', host: 'site.example', seconds: 1 };
    expect(await refusal(visit(path, { ...wanted, limits: { ...limits, time: 60 } }))).toEqual(refused);
  });

  it('gives up when nobody waits any more', async () => {
    const waiting = new AbortController();
    const left = new Error('left');
    const fetched = refusal(visit('/silence', { signal: waiting.signal }));
    waiting.abort(left);
    expect(await fetched).toBe(left);
    expect(await refusal(visit('/page', { signal: AbortSignal.abort(left) }))).toBe(left);
  });
});

describe('fetchPage', () => {
  const bodies: Record<string, [type: string, body: Buffer]> = {
    '/latin': ['text/html; charset=iso-8859-1', Buffer.from('<p>caf\xe9 \x93so\x94', 'latin1')],
    '/said': ['text/html', Buffer.from('<meta charset="koi8-r"><p>\xee\xcf\xd7\xcf\xd3\xd4\xd8', 'latin1')],
    '/plain': ['text/plain', Buffer.from('News — now.')],
    '/notes.md': ['text/plain; charset=utf-8', Buffer.from('# News')],
    '/marked': ['text/markdown', Buffer.from('# News')],
    '/xhtml': ['application/xhtml+xml', Buffer.from('<p>News</p>')],
  };

  it.each([
    ['/latin', 'page', '<p>café “so”'],
    ['/said', 'page', '<meta charset="koi8-r"><p>Новость'],
    ['/plain', 'text', 'News — now.'],
    ['/notes.md', 'markdown', '# News'],
    ['/marked', 'markdown', '# News'],
    ['/xhtml', 'page', '<p>News</p>'],
  ])('gives %s as a %s in its letters', async (path, format, text) => {
    const { port } = await serve((request, response) => {
      const [type, body] = bodies[request.url ?? '']!;
      response.writeHead(200, { 'Content-Type': type }).end(body);
    });
    const address = `http://127.0.0.1:${port}${path}`;
    expect(await fetchPage(address, readFetchAllow('127.0.0.0/8'))).toEqual({ format, text, address });
  });
});
