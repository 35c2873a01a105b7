import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hashOfToken } from '@/app/auth/tokens';
import { theStore } from '@/app/store';
import type { Claim } from '@/core/claim/claim';
import type { Comment } from '@/core/claim/comment';
import type { Event } from '@/core/event/event';
import type { Guest, GuestReply, GuestView, MadeGuest } from '@/core/newsroom/guest';
import type { Role } from '@/core/newsroom/vocabulary';
import type { Page } from '@/core/record';
import { guests, people as peopleTable } from '@/db/schema/schema';
import { operations } from '../contract/operations';
import { DeskDriver, type Said, type Voice } from '../desk-driver';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const DAY = 24 * 60 * 60 * 1000;
const text =
  'The bridge opened in 1931. It cost two million.\n\nAbout 30,000 people cross it each day.\n\nIts keeper never slept.';

let desk: DeskDriver;
let people: Record<Role, Voice>;
/** A checker who is on no claim of the article, and may not open it once it is restricted. */
let other: Voice;

beforeAll(async () => {
  desk = await DeskDriver.open();
  people = await desk.people();
  const made = await desk.expect<{ token: string }>(201, 'POST', '/api/invitations', {
    ...people.admin,
    body: { role: 'checker' },
  });
  other = await desk.signUp('Otto', { invitation: made.token });
});
afterAll(() => desk.close());

const tokenOf = ({ url }: { url: string }) => url.slice(url.lastIndexOf('/') + 1);
const daysFromNow = (days: number) => new Date(Date.now() + days * DAY).toISOString();

async function article(about: object = {}): Promise<string> {
  const body = { title: 'The bridge', text, ...about };
  return (await desk.expect<{ id: string }>(201, 'POST', '/api/articles', { ...people.editor, body })).id;
}

function invite(id: string, body: object = {}, voice: Voice = people.editor): Promise<MadeGuest> {
  return desk.expect(201, 'POST', `/api/articles/${id}/guests`, { ...voice, body: { name: 'Ben Writer', ...body } });
}

function claim(id: string, exact: string, more: object = {}): Promise<Claim> {
  return desk.expect(201, 'POST', `/api/articles/${id}/claims`, {
    ...people.checker,
    body: { anchors: [{ exact }], ...more },
  });
}

function say(claimId: string, body: object, voice: Voice = people.checker): Promise<Comment> {
  return desk.expect(201, 'POST', `/api/claims/${claimId}/comments`, { ...voice, body });
}

const ask = (claimId: string, to: string, body = 'Where is this from?', voice?: Voice) =>
  say(claimId, { body, kind: 'query', to }, voice);

const look = (token: string) => desk.expect<GuestView>(200, 'GET', '/api/guest', { token });
const reply = (token: string, queryId: string, body: object, status = 201) =>
  desk.expect<GuestReply>(status, 'POST', `/api/guest/comments/${queryId}/replies`, { token, body });
const guestsOf = async (id: string, voice: Voice) =>
  (await desk.expect<Page<Guest>>(200, 'GET', `/api/articles/${id}/guests`, voice)).items;

/** An article, its guest and a query that is put to them. */
async function asked() {
  const id = await article();
  const guest = await invite(id);
  const about = await claim(id, 'It cost two million');
  const query = await ask(about.id, guest.personId);
  return { id, guest, token: tokenOf(guest), claim: about, query };
}

describe('a link', () => {
  it('is given once, kept as its hash alone, and works for fourteen days where nobody says', async () => {
    const made = await invite(await article());
    const token = tokenOf(made);
    expect(made.url).toBe(`http://127.0.0.1:3000/guest/${token}`);
    expect(Date.parse(made.expiresAt) - Date.parse(made.createdAt)).toBe(14 * DAY);
    expect(made).toMatchObject({ name: 'Ben Writer', email: null, lastSeenAt: null, revokedAt: null });
    const store = await theStore();
    const rows = await store.read.select().from(guests);
    expect(rows.map(({ tokenHash }) => tokenHash)).toContain(hashOfToken(token));
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it.each([
    ['a day', 1, 201],
    ['ninety days', 89.99, 201],
    ['longer than ninety days', 90.01, 422],
    ['a moment that is past', -0.01, 422],
  ])('may be made for %s: %s', async (_, days, status) => {
    const body = { name: 'Ben', expiresAt: daysFromNow(days) };
    await desk.expect(status, 'POST', `/api/articles/${await article()}/guests`, { ...people.editor, body });
  });

  it('is listed with when it was used, and never again with what makes it work', async () => {
    const id = await article();
    const made = await invite(id, { email: 'Ben@Example.org' });
    const { url: _, ...known } = made;
    expect(await guestsOf(id, people.editor)).toEqual([{ ...known, email: 'ben@example.org' }]);
    await look(tokenOf(made));
    const [seen] = await guestsOf(id, people.checker);
    expect(seen).toEqual({ ...known, email: null, lastSeenAt: expect.any(String) });
  });

  it('revoked opens nothing from that moment on, and cannot be revoked twice', async () => {
    const { id, guest, token, query } = await asked();
    await desk.expect(204, 'DELETE', `/api/articles/${id}/guests/${guest.id}`, people.editor);
    await desk.expect(404, 'GET', '/api/guest', { token });
    await reply(token, query.id, { body: 'From the archive.' }, 404);
    await desk.expect(404, 'DELETE', `/api/articles/${id}/guests/${guest.id}`, people.editor);
  });

  it('of another article cannot be revoked through this one', async () => {
    const made = await invite(await article());
    await desk.expect(404, 'DELETE', `/api/articles/${await article()}/guests/${made.id}`, people.editor);
    await look(tokenOf(made));
  });

  it('made anew under the same name and e-mail replaces the old one, and brings the queries along', async () => {
    const { id, guest, token, query } = await asked();
    const again = await invite(id);
    expect(again.personId).toBe(guest.personId);
    await desk.expect(404, 'GET', '/api/guest', { token });
    const seen = await look(tokenOf(again));
    expect(seen.claims.flatMap(({ queries }) => queries.map((one) => one.id))).toEqual([query.id]);
    const namesake = await invite(id, { email: 'ben@example.org' });
    expect(namesake.personId).not.toBe(guest.personId);
    expect((await look(tokenOf(namesake))).claims).toEqual([]);
  });

  it('rests while its article is archived or in the bin, and works again afterwards; signing off leaves it open', async () => {
    const { id, token } = await asked();
    const revision = async () =>
      (await desk.expect<{ revision: number }>(200, 'GET', `/api/articles/${id}`, people.editor)).revision;
    const status = async (to: string) =>
      desk.expect(200, 'PATCH', `/api/articles/${id}`, {
        ...people.editor,
        ifMatch: await revision(),
        body: { status: to },
      });
    await status('archived');
    await desk.expect(404, 'GET', '/api/guest', { token });
    await status('checking');
    await look(token);
    const answered = await desk.call('DELETE', `/api/articles/${id}`, { ...people.editor, ifMatch: await revision() });
    expect(answered.ok).toBe(true);
    await desk.expect(404, 'GET', '/api/guest', { token });
    await desk.expect(200, 'POST', `/api/articles/${id}/restore`, people.editor);
    await look(token);
  });

  it('is told in the record without its token, to those who see what is internal', async () => {
    const id = await article();
    const made = await invite(id);
    await desk.expect(204, 'DELETE', `/api/articles/${id}/guests/${made.id}`, people.editor);
    const stream = await desk.call('GET', `/api/articles/${id}/events?since=0`, people.checker);
    const told = await firstChunks(stream, 'guest.revoked');
    expect(told).toContain('guest.invited');
    expect(told).not.toContain(tokenOf(made));
    expect(told).not.toContain(hashOfToken(tokenOf(made)));
    const viewer = await desk.call('GET', `/api/articles/${id}/events?since=0`, people.viewer);
    expect(await firstChunks(viewer, 'article.created')).not.toContain('Ben Writer');
  });
});

describe('a guest', () => {
  it('is nobody of the newsroom: not listed, not to be changed, not signed in, not given work', async () => {
    const { id, guest, claim: about } = await asked();
    const listed = await desk.expect<Page<{ id: string }>>(200, 'GET', '/api/people', people.admin);
    expect(listed.items.map((one) => one.id)).not.toContain(guest.personId);
    const at = `/api/people/${guest.personId}`;
    await desk.expect(404, 'PATCH', at, { ...people.admin, ifMatch: 1, body: { active: true } });
    const store = await theStore();
    const row = (await store.read.select().from(peopleTable)).find((one) => one.id === guest.personId);
    expect(row).toMatchObject({ name: 'Ben Writer', guest: true, active: false, role: 'viewer' });
    const body = { email: row!.email, password: 'a password of theirs' };
    await desk.expect(401, 'POST', '/api/auth/sign-in/email', { body });
    await desk.expect(422, 'PATCH', `/api/claims/${about.id}`, {
      ...people.editor,
      ifMatch: (await desk.expect<Claim>(200, 'GET', `/api/claims/${about.id}`, people.editor)).revision,
      body: { assigneeId: guest.personId },
    });
    const access = { kind: 'restricted', people: [guest.personId] };
    const { revision } = await desk.expect<{ revision: number }>(200, 'GET', `/api/articles/${id}`, people.editor);
    await desk.expect(422, 'PATCH', `/api/articles/${id}`, { ...people.editor, ifMatch: revision, body: { access } });
  });

  it('sees the text, and of the claims only those that they are asked about', async () => {
    const { id, token, claim: about, query } = await asked();
    const silent = await claim(id, 'The bridge opened in 1931');
    await ask(silent.id, (await desk.expect<{ id: string }>(200, 'GET', '/api/me', people.editor)).id);
    const stranger = await invite(id, { name: 'Somebody Else' });
    await ask(silent.id, stranger.personId, 'And this?');
    const seen = await look(token);
    expect(seen).toMatchObject({ name: 'Ben Writer', newsroom: 'The Gazette', article: { title: 'The bridge' } });
    expect(JSON.stringify(seen.article.doc)).toContain('Its keeper never slept.');
    expect(seen.claims).toEqual([
      {
        id: about.id,
        exact: 'It cost two million',
        anchors: about.anchors,
        queries: [
          {
            id: query.id,
            body: 'Where is this from?',
            name: 'Chen',
            at: query.createdAt,
            answeredAt: null,
            resolvedAt: null,
            replies: [],
          },
        ],
      },
    ]);
  });

  it('answers a query, which reaches the claim and who asked, under the guest’s name', async () => {
    const { token, guest, claim: about, query } = await asked();
    const given = await reply(token, query.id, { body: 'From the *archive*.', proposal: 'It cost three million' });
    expect(given).toMatchObject({ by: 'you', name: 'Ben Writer', body: 'From the *archive*.' });
    const [thread] = (await look(token)).claims[0]!.queries;
    expect(thread).toMatchObject({ answeredAt: expect.any(String), replies: [given] });
    const now = await desk.expect<Claim>(200, 'GET', `/api/claims/${about.id}`, people.checker);
    expect(now.correction).toBeNull();
    expect(now.comments).toMatchObject([
      { id: query.id, answeredBy: guest.personId },
      { id: given.id, createdBy: guest.personId, parentId: query.id, proposal: 'It cost three million' },
    ]);
    const history = await desk.expect<Page<Event>>(200, 'GET', `/api/claims/${about.id}/history`, people.checker);
    expect(history.items.at(-1)!.by).toBe(guest.personId);
  });

  it('makes no twin by sending an answer twice, and may not use its id for other words', async () => {
    const { token, query } = await asked();
    const body = { id: randomUUID(), body: 'From the archive.' };
    const given = await reply(token, query.id, body);
    expect(await reply(token, query.id, body, 200)).toEqual(given);
    await reply(token, query.id, { ...body, body: 'Other words.' }, 409);
    expect((await look(token)).claims[0]!.queries[0]!.replies).toEqual([given]);
  });

  it.each([
    ['no words', { body: ' \n' }],
    ['an empty wording', { body: 'Yes.', proposal: ' ' }],
    ['a field that is not there', { body: 'Yes.', verdict: 'true' }],
    ['a control character', { body: 'Yes\u0000.' }],
  ])('is refused %s', async (_, body) => {
    const { token, query } = await asked();
    await reply(token, query.id, body, 400);
  });

  it('answers no query of another, no note, none that is settled, and none that is confidential', async () => {
    const { id, token, guest, claim: about, query } = await asked();
    const stranger = await invite(id, { name: 'Somebody Else' });
    const theirs = await ask(about.id, stranger.personId);
    const note = await say(about.id, { body: 'Only a note.' });
    const answer = await say(about.id, { body: 'Please hurry.', parentId: query.id });
    const elsewhere = await asked();
    for (const one of [theirs.id, note.id, answer.id, elsewhere.query.id, 'nothing'])
      await reply(token, one, { body: 'Mine.' }, 404);
    await desk.expect(422, 'POST', `/api/claims/${about.id}/comments`, {
      ...people.checker,
      body: { body: 'Between us.', kind: 'query', to: guest.personId, confidential: true },
    });
    await desk.expect(200, 'POST', `/api/comments/${query.id}/resolve`, people.editor);
    await reply(token, query.id, { body: 'Late.' }, 422);
  });

  it('is slowed down after thirty answers', async () => {
    const { token, query } = await asked();
    for (let at = 0; at < 30; at++) await reply(token, query.id, { body: `Answer ${at}` });
    const answered = await desk.call('POST', `/api/guest/comments/${query.id}/replies`, {
      token,
      body: { body: 'One more' },
    });
    expect(answered.status).toBe(429);
    expect(Number(answered.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('a link that opens nothing', () => {
  it('is slowed down by address, where a right one still opens', async () => {
    const { token } = await asked();
    const from = (address: string, guess: string) =>
      desk.call('GET', '/api/guest', { token: guess, headers: { 'x-forwarded-for': address } });
    for (let at = 0; at < 30; at++) expect((await from('9.9.9.9', `guess ${at}`)).status).toBe(404);
    const refused = await from('9.9.9.9', 'one more');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await from('9.9.9.9', token)).status).toBe(200);
    expect((await from('8.8.4.4', 'one more')).status).toBe(404);
  });

  it('answers alike whether it is wrong, at its end, revoked, a person’s token, or none at all', async () => {
    const { id, guest, token: revoked } = await asked();
    await desk.expect(204, 'DELETE', `/api/articles/${id}/guests/${guest.id}`, people.editor);
    const ended = tokenOf(await invite(id, { name: 'Ended' }));
    const store = await theStore();
    await store.change(async (tx) =>
      tx
        .update(guests)
        .set({ expiresAt: daysFromNow(-1) })
        .where((await import('drizzle-orm')).eq(guests.tokenHash, hashOfToken(ended))),
    );
    const staff = await desk.expect<{ token: string }>(201, 'POST', '/api/tokens', {
      ...people.admin,
      body: { name: 'Importer' },
    });
    const voices: Said[] = [
      { token: revoked },
      { token: ended },
      { token: 'stet_g_wrong' },
      { token: staff.token },
      people.admin,
      {},
    ];
    const answers = await Promise.all(
      voices.flatMap((voice) => [
        whole(desk.call('GET', '/api/guest', voice)),
        whole(desk.call('POST', '/api/guest/comments/nothing/replies', { ...voice, body: { wrong: true } })),
      ]),
    );
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]!.status).toBe(404);
  });
});

describe('a restricted article', () => {
  it('has guests that nobody else hears of, and a guest whom the restriction does not shut out', async () => {
    const { id, token } = await asked();
    const { revision } = await desk.expect<{ revision: number }>(200, 'GET', `/api/articles/${id}`, people.editor);
    const access = { kind: 'restricted', people: [] };
    await desk.expect(200, 'PATCH', `/api/articles/${id}`, { ...people.editor, ifMatch: revision, body: { access } });
    for (const [method, more] of [
      ['GET', ''],
      ['POST', ''],
      ['DELETE', `/${(await guestsOf(id, people.editor))[0]!.id}`],
    ] as const) {
      const voice = method === 'GET' ? other : people.admin;
      const said = { ...voice, ...(method === 'POST' && { body: { name: 'Eve' } }) };
      expect(await whole(desk.call(method, `/api/articles/${id}/guests${more}`, said))).toEqual(
        await whole(desk.call(method, `/api/articles/none/guests${more}`, said)),
      );
    }
    const seen = await look(token);
    expect(seen.claims).toHaveLength(1);
    await reply(token, seen.claims[0]!.queries[0]!.id, { body: 'From the archive.' });
  });
});

describe('what a guest can get', () => {
  const secrets = {
    source: 'SECRETSOURCE',
    contact: 'SECRETCONTACT',
    quote: 'SECRETQUOTE',
    note: 'SECRETNOTE',
    open: 'SECRETOPENSOURCE',
    rationale: 'SECRETRATIONALE',
    correction: 'SECRETCORRECTION',
    attributed: 'SECRETSPEAKER',
    comment: 'SECRETCOMMENT',
    confidential: 'SECRETCONFIDENTIAL',
    elsewhere: 'SECRETELSEWHERE',
    query: 'SECRETQUERY',
  };

  it('holds nothing of sources, verdicts, notes or other comments, by any door; every other door is shut', async () => {
    const { id, token, claim: about, query } = await asked();
    const source = await desk.expect<{ id: string }>(201, 'POST', '/api/sources', {
      ...people.checker,
      body: { title: secrets.source, kind: 'interview', confidential: true, note: secrets.note },
    });
    await desk.expect(201, 'POST', `/api/claims/${about.id}/citations`, {
      ...people.checker,
      body: { sourceId: source.id, stance: 'refutes', quote: secrets.quote, note: secrets.note },
    });
    await desk.expect(201, 'POST', `/api/claims/${about.id}/citations`, {
      ...people.checker,
      body: { source: { title: secrets.open }, stance: 'supports' },
    });
    const { revision } = await desk.expect<Claim>(200, 'GET', `/api/claims/${about.id}`, people.checker);
    await desk.expect(200, 'PATCH', `/api/claims/${about.id}`, {
      ...people.checker,
      ifMatch: revision,
      body: {
        verdict: 'false',
        rationale: secrets.rationale,
        correction: secrets.correction,
        attributedTo: secrets.attributed,
      },
    });
    await say(about.id, { body: secrets.comment });
    await say(about.id, { body: secrets.confidential, confidential: true });
    const colleague = await desk.expect<{ id: string }>(200, 'GET', '/api/me', people.editor);
    await ask(about.id, colleague.id, secrets.query);
    const silent = await claim(id, 'The bridge opened in 1931', { rationale: secrets.rationale });
    await say(silent.id, { body: secrets.comment });
    await article({ title: secrets.elsewhere, text: secrets.elsewhere });
    // Somebody else of the newsroom answers in the guest's thread: the words are for the guest, the name is not.
    await say(about.id, { body: 'We have looked too.', parentId: query.id }, people.admin);

    const own = ['guestView', 'replyAsGuest'];
    const bytes: string[] = [];
    for (const [name, { method, path, by, body, ifMatch }] of operations) {
      const address = path
        .replace('{anchorId}', about.anchors[0]!.id)
        .replace('{guestId}', (await guestsOf(id, people.editor))[0]!.id)
        .replace('{version}', '0')
        .replace('{id}', idIn(path, { id, claim: about.id, comment: query.id, source: source.id }));
      const fit = name === 'replyAsGuest' ? { body: 'From the archive.' } : {};
      const answered = await desk.call(method, address, {
        token,
        ...(body && { body: fit }),
        ...(ifMatch && { ifMatch: 1 }),
      });
      const said = await textOf(answered);
      bytes.push(said, JSON.stringify([...answered.headers]));
      if (own.includes(name)) expect([name, answered.ok]).toEqual([name, true]);
      else if (by !== 'open') expect([name, [401, 404].includes(answered.status)]).toEqual([name, true]);
    }
    const seen = await look(token);
    expect(seen.claims[0]!.queries[0]!.replies).toMatchObject([
      { by: 'newsroom', name: 'The Gazette', body: 'We have looked too.' },
      { by: 'you' },
    ]);
    bytes.push(JSON.stringify(seen));
    const all = bytes.join('\n');
    for (const [what, secret] of Object.entries(secrets)) expect([what, all.includes(secret)]).toEqual([what, false]);
    for (const name of ['Ada', 'Edith', 'Otto', 'Vera'])
      expect([name, all.includes(`"${name}"`)]).toEqual([name, false]);
    expect(all).not.toContain(token);
  });
});

function idIn(path: string, ids: { id: string; claim: string; comment: string; source: string }): string {
  if (path.startsWith('/api/articles')) return ids.id;
  if (path.startsWith('/api/claims')) return ids.claim;
  if (path.includes('/comments/')) return ids.comment;
  if (path.startsWith('/api/sources')) return ids.source;
  return 'nothing';
}

async function whole(answering: Promise<Response>): Promise<{ status: number; text: string; headers: unknown }> {
  const answered = await answering;
  return { status: answered.status, text: await answered.text(), headers: [...answered.headers] };
}

/** What an answer says; a stream is let go, since it never ends. */
async function textOf(answered: Response): Promise<string> {
  if (!answered.headers.get('content-type')?.includes('event-stream')) return answered.text();
  await answered.body?.cancel();
  return '';
}

/** A stream's beginning, up to an event of this kind. */
async function firstChunks(answered: Response, until: string): Promise<string> {
  const reader = answered.body!.getReader();
  let told = '';
  while (!told.includes(until)) told += new TextDecoder().decode((await reader.read()).value);
  await reader.cancel();
  return told;
}
