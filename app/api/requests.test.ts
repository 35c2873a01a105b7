import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { log } from '../log';
import { DeskDriver, type Said, type Voice } from './desk-driver';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: DeskDriver;
let ada: Voice;
let article: string;
let claim: string;

beforeAll(async () => {
  desk = await DeskDriver.open();
  ada = await desk.signUp('Ada');
  const body = { title: 'Bees', text: 'Bees make honey. Bees make wax.' };
  article = (await desk.expect<{ id: string }>(201, 'POST', '/api/articles', { ...ada, body })).id;
  const anchors = [{ exact: 'Bees make honey' }];
  claim = (
    await desk.expect<{ id: string }>(201, 'POST', `/api/articles/${article}/claims`, { ...ada, body: { anchors } })
  ).id;
});
afterAll(() => desk.close());

interface Refusal {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  errors?: { path: string; message: string }[];
  current?: { revision: number };
  matches?: unknown[];
}

/** A problem document with this status, whole and in its own media type. */
async function refused(status: number, method: string, address: string, said: Said = {}): Promise<Refusal> {
  const answered = await desk.call(method, address, { ...ada, ...said });
  expect(answered.status).toBe(status);
  expect(answered.headers.get('content-type')).toBe('application/problem+json');
  expect(answered.headers.get('cache-control')).toBe('no-store');
  const problem: Refusal = await answered.json();
  expect(problem).toMatchObject({
    type: `urn:stet:problem:${problem.code}`,
    title: expect.stringMatching(/\S/),
    status,
    detail: expect.stringMatching(/\S/),
  });
  expect(problem.detail).not.toMatch(/[{}]|problem\./);
  return problem;
}

describe('a body', () => {
  const create = () => `/api/articles/${article}/claims`;

  it('with a field that does not exist is refused, naming each', async () => {
    const body = { anchors: [{ exact: 'Bees make wax', prefx: 'a' }], verdcit: 'true', sevrity: 'major' };
    const { errors } = await refused(400, 'POST', create(), { body });
    expect(errors!.map(({ path }) => path).sort()).toEqual(['anchors.0.prefx', 'sevrity', 'verdcit']);
  });

  it('with fields that do not fit is refused, naming each', async () => {
    const { errors } = await refused(400, 'POST', create(), { body: { anchors: [], severity: 'huge' } });
    expect(errors!.map(({ path }) => path).sort()).toEqual(['anchors', 'severity']);
    expect(errors!.every(({ message }) => message.length > 0)).toBe(true);
  });

  it.each([
    ['JSON that breaks off', '{"anchors":', 'application/json', 400],
    ['JSON that is not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'application/json', 400],
    ['JSON that is no object', '[]', 'application/json', 400],
    ['another kind', 'anchors=1', 'application/x-www-form-urlencoded', 415],
    ['a form where none is taken', '--x--', 'multipart/form-data; boundary=x', 415],
    ['JSON with a charset', '{"anchors":[{"exact":"Bees make wax"}]}', 'application/json; charset=utf-8', 201],
  ])('of %s answers as it should', async (_, raw, type, status) => {
    await desk.expect(status, 'POST', create(), { ...ada, raw, headers: { 'content-type': type } });
  });

  it('that is too long is refused, whether it says so or streams', async () => {
    const type = { 'content-type': 'application/json' };
    const said = { ...type, 'content-length': String(5 * 1024 * 1024) };
    await refused(413, 'POST', create(), { raw: '{}', headers: said });
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024).fill(0x20));
      },
    });
    await refused(413, 'POST', create(), { raw: endless, headers: type });
    expect(sent).toBeLessThan(8);
  });

  it('holds no character that an export could not write', async () => {
    const body = { anchors: [{ exact: 'Bees make wax' }], rationale: 'a\u0000b' };
    const { errors } = await refused(400, 'POST', create(), { body });
    expect(errors![0]!.path).toBe('rationale');
  });
});

describe('If-Match', () => {
  const patch = (ifMatch?: number | string) => ({ body: { rationale: 'Because.' }, ifMatch });

  it('is asked for', async () => {
    await refused(428, 'PATCH', `/api/claims/${claim}`, patch());
    await refused(428, 'DELETE', `/api/claims/${claim}`);
  });

  it.each(['7', '*', '"a"', '"1", "2"', 'W/"1"', ''])('%s is malformed', async (given) => {
    await refused(400, 'PATCH', `/api/claims/${claim}`, patch(given));
  });

  it('that is stale is answered with the record as it stands', async () => {
    await desk.expect(200, 'PATCH', `/api/claims/${claim}`, { ...ada, ...patch(1) });
    const { code, current } = await refused(409, 'PATCH', `/api/claims/${claim}`, {
      body: { rationale: 'Otherwise.' },
      ifMatch: 1,
    });
    expect(code).toBe('stale');
    expect(current).toMatchObject({ id: claim, revision: 2, rationale: 'Because.' });
  });

  it('stands on approval too, where it is given', async () => {
    await refused(409, 'POST', `/api/claims/${claim}/approve`, { ifMatch: 1 });
  });
});

describe('a query', () => {
  it.each(['limit=0', 'limit=201', 'limit=x', 'cursor=nonsense', 'status=unheard', 'stauts=open', 'limit=1&limit=2'])(
    '%s is malformed',
    async (query) => {
      expect((await refused(400, 'GET', `/api/articles/${article}/claims?${query}`)).errors).toHaveLength(1);
    },
  );

  it('that is not asked for is refused', async () => {
    expect((await refused(400, 'GET', '/api/me?x=1')).errors![0]!.path).toBe('x');
  });
});

describe('a list', () => {
  it.each([
    ['articles', () => '/api/articles', 3],
    ['claims', () => `/api/articles/${article}/claims`, 3],
    ['a claim’s history', () => `/api/claims/${claim}/history`, 2],
    ['people', () => '/api/people', 1],
    ['scales', () => '/api/scales', 4],
    ['tokens', () => '/api/tokens', 3],
  ])('of %s comes in pages that hold everything once', async (_, address, least) => {
    for (const title of ['Ants', 'Wasps'])
      await desk.call('POST', '/api/articles', { ...ada, body: { title, text: title } });
    for (const exact of ['make honey', 'make wax'])
      await desk.call('POST', `/api/articles/${article}/claims`, { ...ada, body: { anchors: [{ exact }] } });
    for (const name of ['a', 'b', 'c']) await desk.call('POST', '/api/tokens', { ...ada, body: { name } });
    const whole = await desk.expect<{ items: { id: string }[] }>(200, 'GET', `${address()}?limit=200`, ada);
    const ids: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const next = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: { items: { id: string }[]; nextCursor: string | null } = await desk.expect(
        200,
        'GET',
        `${address()}?limit=1${next}`,
        ada,
      );
      expect(page.items.length).toBeLessThanOrEqual(1);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(ids).toEqual(whole.items.map(({ id }) => id));
    expect(ids.length).toBeGreaterThanOrEqual(least);
  });
});

describe('a failure of ours', () => {
  it('says nothing of itself, to the caller or to the log', async () => {
    const written = vi.spyOn(log(), 'error');
    const secret = 'Bees make secrets';
    const body = { anchors: [{ exact: secret }] };
    vi.spyOn(crypto, 'randomUUID').mockImplementationOnce(() => {
      throw Object.assign(new Error(`near "${secret}": syntax error`), { code: 'SQLITE_ERROR' });
    });
    const createToken = await refused(500, 'POST', '/api/tokens', { body: { name: secret } });
    await refused(422, 'POST', `/api/articles/${article}/claims`, { body });
    expect(JSON.stringify(createToken)).not.toContain(secret);
    expect(JSON.stringify(createToken)).not.toMatch(/SQLITE|\.ts/);
    expect(written).toHaveBeenCalledOnce();
    expect(JSON.stringify(written.mock.calls)).toContain('SQLITE_ERROR');
    expect(JSON.stringify(written.mock.calls)).not.toContain(secret);
    vi.restoreAllMocks();
  });
});

describe('the log', () => {
  it('has one line a request, with what happened and nothing of what was said', async () => {
    const written = vi.spyOn(log(), 'info');
    const said = 'Hornets hum';
    const body = { title: said, text: `${said} in the hedge.` };
    const made = await desk.expect<{ id: string }>(201, 'POST', '/api/articles', { ...ada, body });
    await desk.call('GET', `/api/articles?q=${encodeURIComponent(said)}`, ada);
    await desk.call('POST', '/api/auth/sign-in/email', { body: { email: 'who@example.org', password: said } });
    await desk.call('GET', `/api/articles/${made.id}/text`, ada);
    const me = await desk.expect<{ id: string }>(200, 'GET', '/api/me', ada);
    expect(written.mock.calls.map(([line]) => line)).toEqual([
      { method: 'POST', route: '/api/articles', status: 201, ms: expect.any(Number), person: me.id },
      { method: 'GET', route: '/api/articles', status: 200, ms: expect.any(Number), person: me.id },
      { method: 'POST', route: '/api/auth/sign-in/email', status: 401, ms: expect.any(Number), person: undefined },
      { method: 'GET', route: '/api/articles/{id}/text', status: 200, ms: expect.any(Number), person: me.id },
      { method: 'GET', route: '/api/me', status: 200, ms: expect.any(Number), person: me.id },
    ]);
    vi.restoreAllMocks();
  });
});
