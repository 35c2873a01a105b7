import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Event } from '@/core/event/event';
import { cookieOf, DeskDriver, type Voice } from '../api/desk-driver';
import { codeFor } from './testing/authenticator';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: DeskDriver;
beforeEach(async () => {
  desk = await DeskDriver.open();
});
afterEach(() => desk.close());

const password = 'Ada and a long word';
const signIn = (email = 'ada@example.org', word = password) =>
  desk.call('POST', '/api/auth/sign-in/email', { body: { email, password: word } });

const HALF_MINUTE = 30_000;
/** The code of now, or of so many half minutes from now: the next one is taken as well, since clocks differ. */
const codeOf = (totpURI: string, ahead = 0) =>
  codeFor(new URL(totpURI).searchParams.get('secret')!, Date.now() + ahead * HALF_MINUTE);

async function setUp(voice: Voice, word = password) {
  const begun = await desk.expect<{ totpURI: string; backupCodes: string[] }>(
    200,
    'POST',
    '/api/auth/two-factor/enable',
    { ...voice, body: { password: word } },
  );
  const given = await desk.call('POST', '/api/auth/two-factor/verify-totp', {
    ...voice,
    body: { code: codeOf(begun.totpURI) },
  });
  expect(given.status).toBe(200);
  return { ...begun, voice: { cookie: cookieOf(given) } };
}

describe('one-time codes', () => {
  it('count from the first right code on, and are then asked for at every sign-in', async () => {
    const ada = await desk.signUp('Ada');
    const begun = await desk.expect<{ totpURI: string }>(200, 'POST', '/api/auth/two-factor/enable', {
      ...ada,
      body: { password },
    });
    expect(begun.totpURI).toMatch(/^otpauth:\/\/totp\/Stet/);
    expect(cookieOf(await signIn())).toMatch(/stet\.session=\w/);
    const wrong = await desk.call('POST', '/api/auth/two-factor/verify-totp', { ...ada, body: { code: '000000' } });
    expect([wrong.status, (await wrong.json()).code]).toEqual([401, 'code-wrong']);

    const code = codeOf(begun.totpURI);
    const on = await desk.call('POST', '/api/auth/two-factor/verify-totp', { ...ada, body: { code } });
    expect(on.status).toBe(200);
    expect(await desk.expect(200, 'GET', '/api/me', { cookie: cookieOf(on) })).toMatchObject({ name: 'Ada' });

    const half = await signIn();
    expect(await half.json()).toMatchObject({ twoFactorRedirect: true });
    await desk.expect(401, 'GET', '/api/me', { cookie: cookieOf(half) });
    const whole = await desk.call('POST', '/api/auth/two-factor/verify-totp', {
      cookie: cookieOf(half),
      body: { code: codeOf(begun.totpURI, 1) },
    });
    expect(whole.headers.getSetCookie().find((cookie) => cookie.startsWith('stet.session='))).toMatch(/HttpOnly/i);
    expect(await desk.expect(200, 'GET', '/api/me', { cookie: cookieOf(whole) })).toMatchObject({ name: 'Ada' });
  });

  it('are taken once each, and none after a later one', async () => {
    const { totpURI } = await setUp(await desk.signUp('Ada'));
    const challenges = await Promise.all([signIn(), signIn(), signIn()]);
    const give = (at: number, code: string) =>
      desk.call('POST', '/api/auth/two-factor/verify-totp', { cookie: cookieOf(challenges[at]!), body: { code } });
    const used = await give(0, codeOf(totpURI));
    expect([used.status, (await used.json()).code]).toEqual([401, 'code-used']);
    expect(used.headers.getSetCookie()).toEqual([]);
    // The same challenge takes the next code; of two who give it at once, one is let in.
    const next = codeOf(totpURI, 1);
    const raced = await Promise.all([give(0, next), give(1, next)]);
    expect(raced.map(({ status }) => status).sort()).toEqual([200, 401]);
    for (const code of [codeOf(totpURI, -1), codeOf(totpURI), next])
      expect((await (await give(2, code)).json()).code).toBe('code-used');
  });

  it('are not asked for without the password first, and not guessed at for long', async () => {
    const { totpURI } = await setUp(await desk.signUp('Ada'));
    const body = { code: codeOf(totpURI, 1) };
    const bare = await desk.call('POST', '/api/auth/two-factor/verify-totp', { body });
    expect([bare.status, (await bare.json()).code]).toEqual([401, 'code-late']);
    const cookie = cookieOf(await signIn());
    for (let tries = 0; tries < 5; tries++)
      await desk.expect(401, 'POST', '/api/auth/two-factor/verify-totp', { cookie, body: { code: '000000' } });
    const late = await desk.call('POST', '/api/auth/two-factor/verify-totp', { cookie, body });
    expect([late.status, (await late.json()).code]).toEqual([401, 'code-late']);
  });

  it('give way once to each code for when the app is lost', async () => {
    const { backupCodes } = await setUp(await desk.signUp('Ada'));
    const give = async (code: string) =>
      desk.call('POST', '/api/auth/two-factor/verify-backup-code', {
        cookie: cookieOf(await signIn()),
        body: { code },
      });
    const inside = await give(backupCodes[0]!);
    expect(await desk.expect(200, 'GET', '/api/me', { cookie: cookieOf(inside) })).toMatchObject({ name: 'Ada' });
    expect((await give(backupCodes[0]!)).status).toBe(401);
    expect((await give(backupCodes[1]!)).status).toBe(200);
  });

  it('end with the password, and are taken away by an admin, who signs the person out', async () => {
    const ada = await desk.signUp('Ada', { newsroom: 'The Gazette' });
    const { voice } = await setUp(ada);
    await desk.expect(401, 'POST', '/api/auth/two-factor/disable', { ...voice, body: { password: 'no' } });
    const off = await desk.call('POST', '/api/auth/two-factor/disable', { ...voice, body: { password } });
    expect(off.status).toBe(200);
    expect(await (await signIn()).json()).not.toHaveProperty('twoFactorRedirect');

    const admin = { cookie: cookieOf(off) };
    const made = await desk.expect<{ token: string }>(201, 'POST', '/api/invitations', {
      ...admin,
      body: { role: 'checker' },
    });
    const boole = await setUp(await desk.signUp('Boole', { invitation: made.token }), 'Boole and a long word');
    const { id } = await desk.expect<{ id: string }>(200, 'GET', '/api/me', boole.voice);
    await desk.expect(403, 'DELETE', `/api/people/${id}/two-factor`, boole.voice);
    await desk.expect(204, 'DELETE', `/api/people/${id}/two-factor`, admin);
    await desk.expect(401, 'GET', '/api/me', boole.voice);
    const again = await signIn('boole@example.org', 'Boole and a long word');
    expect(await again.json()).not.toHaveProperty('twoFactorRedirect');
    const { items } = await desk.expect<{ items: Event[] }>(200, 'GET', '/api/audit?subject=person', admin);
    expect(items.filter(({ after }) => after && 'twoFactor' in after)).toHaveLength(4);
    const everything = JSON.stringify(items);
    for (const code of boole.backupCodes) expect(everything).not.toContain(code);
  });

  it('can be what the newsroom asks of everybody: nothing else goes until they are set up, by cookie or token', async () => {
    const ada = await desk.signUp('Ada', { newsroom: 'The Gazette' });
    const { token } = await desk.expect<{ token: string }>(201, 'POST', '/api/tokens', {
      ...ada,
      body: { name: 'Job' },
    });
    await desk.expect(200, 'PATCH', '/api/newsroom', { ...ada, ifMatch: 1, body: { rules: { twoFactor: true } } });
    for (const voice of [ada, { token }]) {
      const refused = await desk.call('GET', '/api/articles', voice);
      expect([refused.status, (await refused.json()).code]).toEqual([403, 'two-factor-needed']);
      await desk.expect(200, 'GET', '/api/me', voice);
    }
    const { voice } = await setUp(ada);
    await desk.expect(200, 'GET', '/api/articles', voice);
    await desk.expect(200, 'GET', '/api/articles', { token });
  });
});
