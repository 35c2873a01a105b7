import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cookieOf, DeskDriver, type Voice } from '../api/desk-driver';

// Passwords are slow to hash by design, and machines that test are busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: DeskDriver;
beforeEach(async () => {
  desk = await DeskDriver.open();
});
afterEach(() => desk.close());

const account = (name: string, more = {}) => ({
  body: { name, email: `${name.toLowerCase()}@example.org`, password: `${name} and a long word`, ...more },
});
const signUp = (name: string, more = {}) => desk.call('POST', '/api/auth/sign-up/email', account(name, more));
const signIn = (email: string, password: string, headers = {}) =>
  desk.call('POST', '/api/auth/sign-in/email', { body: { email, password }, headers });
const invite = (voice: Voice, body: object) =>
  desk.expect<{ id: string; token: string; url: string }>(201, 'POST', '/api/invitations', { ...voice, body });

describe('the first account', () => {
  it('founds the newsroom and is its admin', async () => {
    const ada = { cookie: cookieOf(await signUp('Ada', { newsroom: 'The Gazette' })) };
    expect(await desk.expect(200, 'GET', '/api/me', ada)).toMatchObject({ name: 'Ada', role: 'admin' });
    expect(await desk.expect(200, 'GET', '/api/newsroom', ada)).toMatchObject({ name: 'The Gazette' });
  });

  it('is one, when two race for it', async () => {
    const answers = await Promise.all([signUp('Ada'), signUp('Boole')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    expect(await answers.find(({ status }) => status === 403)!.json()).toMatchObject({ code: 'invitation-needed' });
  });
});

describe('an invitation', () => {
  it('is needed after the first account', async () => {
    await desk.signUp('Ada');
    const refused = await signUp('Boole');
    expect(refused.status).toBe(403);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect((await signUp('Boole', { invitation: 'stet_i_guess' })).status).toBe(403);
  });

  it('gives its role, once, even when two race to use it', async () => {
    const ada = await desk.signUp('Ada');
    const { token } = await invite(ada, { role: 'checker' });
    const answers = await Promise.all(['Boole', 'Curie'].map((name) => signUp(name, { invitation: token })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    const inside = { cookie: cookieOf(answers.find(({ status }) => status === 200)!) };
    expect(await desk.expect(200, 'GET', '/api/me', inside)).toMatchObject({ role: 'checker' });
    const { items } = await desk.expect<{ items: unknown[] }>(200, 'GET', '/api/people', ada);
    expect(items).toHaveLength(2);
  });

  it('for one address admits that address alone, however it is written', async () => {
    const ada = await desk.signUp('Ada');
    const { token } = await invite(ada, { role: 'editor', email: 'Boole@Example.org' });
    expect((await signUp('Curie', { invitation: token })).status).toBe(403);
    expect((await signUp('Boole', { invitation: token, email: 'BOOLE@example.org' })).status).toBe(200);
  });

  it('that is withdrawn admits nobody', async () => {
    const ada = await desk.signUp('Ada');
    const { id, token, url } = await invite(ada, { role: 'viewer' });
    expect(url).toBe(`http://127.0.0.1:3000/join/${token}`);
    await desk.expect(204, 'DELETE', `/api/invitations/${id}`, ada);
    await desk.expect(404, 'DELETE', `/api/invitations/${id}`, ada);
    expect((await signUp('Boole', { invitation: token })).status).toBe(403);
  });

  it('does not let two people have one address', async () => {
    const ada = await desk.signUp('Ada');
    const { token } = await invite(ada, { role: 'viewer' });
    expect((await signUp('Boole', { invitation: token, email: 'ada@example.org' })).status).toBe(409);
    expect((await signUp('Boole', { invitation: token })).status).toBe(200);
  });
});

describe('a session', () => {
  it('comes as a cookie that no script reads and no other site sends', async () => {
    const [cookie] = (await signUp('Ada')).headers.getSetCookie();
    expect(cookie).toMatch(/^stet\.session=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure/i);
  });

  it('is for https and this host alone where the origin is https', async () => {
    await desk.close();
    desk = await DeskDriver.open({ STET_ORIGIN: 'https://desk.example.org' });
    const answered = await signUp('Ada');
    delete process.env.STET_ORIGIN;
    expect(answered.headers.getSetCookie()[0]).toMatch(/^__Host-stet\.session=.*Secure/i);
    expect(await desk.expect(200, 'GET', '/api/me', { cookie: cookieOf(answered) })).toMatchObject({ name: 'Ada' });
  });

  it('ends with signing out', async () => {
    const ada = await desk.signUp('Ada');
    await desk.expect(200, 'POST', '/api/auth/sign-out', ada);
    await desk.expect(401, 'GET', '/api/me', ada);
  });

  it('is nobody’s when its signature is not ours', async () => {
    const { cookie } = await desk.signUp('Ada');
    const [name, value] = cookie!.split('=') as [string, string];
    const token = decodeURIComponent(value).split('.')[0]!;
    await desk.expect(401, 'GET', '/api/me', { cookie: `${name}=${token}` });
    await desk.expect(401, 'GET', '/api/me', { cookie: `${name}=${token}.${Buffer.alloc(32).toString('base64')}` });
    await desk.expect(401, 'GET', '/api/me', { cookie: `${name}=%` });
  });

  it('of another person does not send what one person kept', async () => {
    const ada = await desk.signUp('Ada');
    await desk.expect(401, 'GET', '/api/me', { ...ada, headers: { 'stet-person': 'somebody-else' } });
  });

  it('changes its password only with the present one, and ends the others', async () => {
    const ada = await desk.signUp('Ada');
    const elsewhere = { cookie: cookieOf(await signIn('ada@example.org', 'Ada and a long word')) };
    const body = { currentPassword: 'no', newPassword: 'another long word' };
    await desk.expect(401, 'POST', '/api/auth/change-password', { ...ada, body });
    const right = { ...body, currentPassword: 'Ada and a long word' };
    await desk.expect(200, 'POST', '/api/auth/change-password', { ...ada, body: right });
    await desk.expect(401, 'GET', '/api/me', elsewhere);
    expect((await signIn('ada@example.org', 'another long word')).status).toBe(200);
  });
});

describe('signing in', () => {
  it('tells a wrong password and an unknown address in the same words', async () => {
    await desk.signUp('Ada');
    const wrong = await signIn('ada@example.org', 'no');
    const unknown = await signIn('nobody@example.org', 'no');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.json()).toEqual(await unknown.json());
  });

  it('makes an account wait after wrong tries, from that address alone', async () => {
    await desk.signUp('Ada');
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const tries = await Promise.all(Array.from({ length: 9 }, () => signIn('ada@example.org', 'no', from('1.1.1.1'))));
    expect(tries.map(({ status }) => status)).toEqual([...Array(8).fill(401), 429]);
    const shut = await signIn('ada@example.org', 'Ada and a long word', from('1.1.1.1'));
    expect(shut.status).toBe(429);
    expect(Number(shut.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await signIn('ada@example.org', 'Ada and a long word', from('2.2.2.2'))).status).toBe(200);
    expect((await signIn('boole@example.org', 'no', from('1.1.1.1'))).status).toBe(401);
  });
});

describe('a token', () => {
  it('speaks for its owner until it is revoked', async () => {
    const ada = await desk.signUp('Ada');
    const body = { name: 'Importer' };
    const made = await desk.expect<{ id: string; token: string }>(201, 'POST', '/api/tokens', { ...ada, body });
    expect(await desk.expect(200, 'GET', '/api/me', { token: made.token })).toMatchObject({ name: 'Ada' });
    const listed = await desk.expect<{ items: object[] }>(200, 'GET', '/api/tokens', ada);
    expect(listed.items).toEqual([expect.not.objectContaining({ token: expect.anything() })]);
    await desk.expect(204, 'DELETE', `/api/tokens/${made.id}`, ada);
    await desk.expect(401, 'GET', '/api/me', { token: made.token });
    await desk.expect(401, 'GET', '/api/me', { ...ada, token: made.token });
  });

  it('is not made for a moment that has passed, and is nobody else’s to revoke', async () => {
    const { admin, viewer } = await desk.people();
    const body = { name: 'Late', expiresAt: '2020-01-01T00:00:00Z' };
    await desk.expect(400, 'POST', '/api/tokens', { ...admin, body });
    const made = await desk.expect<{ id: string }>(201, 'POST', '/api/tokens', { ...viewer, body: { name: 'Mine' } });
    await desk.expect(404, 'DELETE', `/api/tokens/${made.id}`, admin);
  });
});

describe('a closed account', () => {
  it('is signed out at once, everywhere, and cannot come back until it is opened', async () => {
    const { admin, checker } = await desk.people();
    const { token } = await desk.expect<{ token: string }>(201, 'POST', '/api/tokens', {
      ...checker,
      body: { name: 'Importer' },
    });
    const { id } = await desk.expect<{ id: string }>(200, 'GET', '/api/me', checker);
    const close = { ...admin, ifMatch: 1, body: { active: false } };
    expect(await desk.expect(200, 'PATCH', `/api/people/${id}`, close)).toMatchObject({ active: false, revision: 2 });
    await desk.expect(401, 'GET', '/api/me', checker);
    await desk.expect(401, 'GET', '/api/me', { token });
    const refused = await signIn('chen@example.org', 'Chen and a long word');
    expect([refused.status, (await refused.json()).code]).toEqual([403, 'person-inactive']);
    await desk.expect(200, 'PATCH', `/api/people/${id}`, { ...admin, ifMatch: 2, body: { active: true } });
    expect((await signIn('chen@example.org', 'Chen and a long word')).status).toBe(200);
  });

  it('is never the last admin’s', async () => {
    const { admin } = await desk.people();
    const { id } = await desk.expect<{ id: string }>(200, 'GET', '/api/me', admin);
    await desk.expect(422, 'PATCH', `/api/people/${id}`, { ...admin, ifMatch: 1, body: { active: false } });
    await desk.expect(422, 'PATCH', `/api/people/${id}`, { ...admin, ifMatch: 1, body: { role: 'editor' } });
  });
});

describe('a change from a browser', () => {
  it.each([
    ['Stet’s own page', { 'sec-fetch-site': 'same-origin' }, 201],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['another origin, in an older browser', { origin: 'https://evil.example' }, 403],
    ['this origin, in an older browser', { origin: 'http://127.0.0.1:3000' }, 201],
    ['the host that it was sent to', { origin: 'http://desk.local:3000', host: 'desk.local:3000' }, 201],
    ['no browser', {}, 201],
  ])('of %s answers as it should', async (_, headers: Record<string, string>, status) => {
    const ada = await desk.signUp('Ada');
    await desk.expect(status, 'POST', '/api/tokens', { ...ada, headers, body: { name: 'Importer' } });
  });
});
