import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addComment } from '@/db/changes/add-comment';
import { changeArticle } from '@/db/changes/change-article';
import { changeHearing } from '@/db/changes/change-hearing';
import { readNotifications } from '@/db/changes/read-notifications';
import { notifications, people } from '@/db/schema/schema';
import { type Desk, desk } from '@/db/testing/desk';
import { log } from '../log';
import { DigestRounds } from './digests';
import { postOf } from './post';

vi.setConfig({ testTimeout: 30_000 });

let at: Desk;
const servers: SMTPServer[] = [];
beforeEach(async () => {
  at = await desk();
});
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise<void>((closed) => server.close(closed));
  vi.restoreAllMocks();
  await at.drop();
});

/** A mail server that keeps what it takes. */
async function mailServer(options: SMTPServerOptions = {}) {
  const mails: { to: string; raw: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      let raw = '';
      stream.on('data', (part) => (raw += part));
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), raw });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  servers.push(server);
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  const { port } = server.server.address() as AddressInfo;
  return { mails, port };
}

let clock = Date.parse('2026-03-02T10:00:00.000Z');
const rounds = (url: string, more: { every?: number } = {}) =>
  new DigestRounds({
    store: at.store,
    post: postOf({ url, from: 'Stet <stet@desk.example.org>' }),
    origin: 'https://desk.example.org',
    now: () => clock,
    ...more,
  });
const ask = () =>
  addComment(at.store, at.call(at.ed), at.claim.id, { body: 'Whose secret is it?', kind: 'query', to: 'cy' });
const name = () => addComment(at.store, at.call(at.ed), at.claim.id, { body: 'The driver told @Cy and @Ann.' });
const unmailed = async () =>
  (await at.store.read.select().from(notifications)).filter(({ mailedAt }) => mailedAt === null).length;

describe('a digest', () => {
  it('tells whoever has unread news how many there are and where, once, and not a word of them', async () => {
    await ask();
    await name();
    const { mails, port } = await mailServer();
    const mailing = rounds(`smtp://127.0.0.1:${port}`);
    expect(await mailing.round()).toBe(2);
    expect(await mailing.round()).toBe(0);
    expect(mails.map(({ to }) => to).sort()).toEqual(['ann@example.org', 'cy@example.org']);
    const { raw } = mails.find(({ to }) => to === 'cy@example.org')!;
    expect(raw).toContain('Subject: 2 pieces of news in Stet');
    expect(raw).toMatch(/List-Unsubscribe: <https:\/\/desk\.example\.org\/settings#news>/);
    expect(raw).toContain('A query was put to you');
    expect(raw.replace(/=\r?\n/g, '')).toContain(
      `https://desk.example.org/articles/${at.article.id}#claim-${at.claim.id}`,
    );
    for (const { raw } of mails) expect(raw).not.toMatch(/secret|driver|bridge|1987|archive|Ed\b|The mayor/);
    expect(await unmailed()).toBe(0);
  });

  it('waits until news have been unread for a while, and takes in what came since', async () => {
    clock = Date.parse('2026-03-02T09:00:30.000Z');
    await ask();
    const { mails, port } = await mailServer();
    const mailing = rounds(`smtp://127.0.0.1:${port}`);
    expect(await mailing.round()).toBe(0);
    clock += 11 * 60_000;
    expect(await mailing.round()).toBe(1);
    expect(mails).toHaveLength(1);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['has read them', () => readNotifications(at.store, at.call(at.cy), { all: true })],
    ['has switched digests off', () => changeHearing(at.store, at.call(at.cy), false)],
    [
      'may not open the article any more',
      () => changeArticle(at.store, at.call(at.ed), at.article.id, 1, { access: { kind: 'restricted', people: [] } }),
    ],
    [
      'has left',
      () =>
        at.store.change(async (tx) => {
          await tx.update(people).set({ active: false }).where(eq(people.id, 'cy'));
        }),
    ],
  ])('goes to nobody who %s', async (_, act) => {
    clock = Date.parse('2026-03-02T10:00:00.000Z');
    await ask();
    await act();
    const { mails, port } = await mailServer();
    expect(await rounds(`smtp://127.0.0.1:${port}`).round()).toBe(0);
    expect(mails).toEqual([]);
  });

  const turnedDown: SMTPServerOptions['onRcptTo'] = (_, __, done) =>
    done(Object.assign(new Error('cy@example.org is full'), { responseCode: 451 }));
  const notIn: SMTPServerOptions['onAuth'] = (_, __, done) => done(new Error('No such name'));
  it.each<[string, SMTPServerOptions, (port: number) => string]>([
    ['takes nothing for now', { onRcptTo: turnedDown }, (port) => `smtp://127.0.0.1:${port}`],
    [
      'does not know the name',
      { onAuth: notIn, authOptional: false, allowInsecureAuth: true },
      (port) => `smtp://a:b@127.0.0.1:${port}`,
    ],
    ['has a certificate that nobody can trust', { disabledCommands: [] }, (port) => `smtp://127.0.0.1:${port}`],
    ['is not there', {}, () => 'smtp://127.0.0.1:1'],
  ])(
    'is put off where the mail server %s: nothing is lost, and the log tells no address',
    async (_, options, urlOf) => {
      clock = Date.parse('2026-03-02T10:00:00.000Z');
      await ask();
      const { mails, port } = await mailServer(options);
      const said = vi.spyOn(log(), 'warn').mockImplementation(() => {});
      const mailing = rounds(urlOf(port));
      expect(await mailing.round()).toBe(0);
      // Put off: the same person is not tried again at once.
      expect(await mailing.round()).toBe(0);
      expect(said).toHaveBeenCalledTimes(1);
      expect(JSON.stringify(said.mock.calls)).not.toMatch(/@|example|secret/);
      expect([mails.length, await unmailed()]).toEqual([0, 1]);
      const good = await mailServer();
      clock += 3 * 60_000;
      expect(await rounds(`smtp://127.0.0.1:${good.port}`).round()).toBe(1);
    },
  );

  it('stops when it is told to, with the mail in hand finished and noted', async () => {
    clock = Date.parse('2026-03-02T10:00:00.000Z');
    await ask();
    await name();
    let began = () => {};
    const beginning = new Promise<void>((resolve) => (began = resolve));
    const { mails, port } = await mailServer({
      onMailFrom(_, __, done) {
        began();
        setTimeout(done, 200);
      },
    });
    const mailing = rounds(`smtp://127.0.0.1:${port}`, { every: 1 });
    mailing.start();
    await beginning;
    await mailing.stop();
    expect(mails).toHaveLength(1);
    expect(await unmailed()).toBe(2);
  });
});
