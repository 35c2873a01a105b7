import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeskDriver, type Said } from '@/app/api/desk-driver';
import { Ear } from '@/app/api/ear';
import { articleOf } from '@/core/anchor/generated-article';
import type { Claim } from '@/core/claim/claim';
import { Follower } from '@/db/testing/follower';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: DeskDriver;
let people: Awaited<ReturnType<DeskDriver['people']>>;
let article: string;
const open: Ear[] = [];

beforeAll(async () => {
  desk = await DeskDriver.open();
  people = await desk.people();
});
afterAll(() => desk.close());
beforeEach(async () => {
  const body = { text: 'Bees make honey.\n\nBees make wax.' };
  article = (await desk.expect<{ id: string }>(201, 'POST', '/api/articles', { ...people.admin, body })).id;
});
afterEach(async () => {
  for (const ear of open.splice(0)) await ear.stop();
});

const put = (words: string, at = 1) => ({
  stepType: 'replace',
  from: at,
  to: at,
  slice: { content: [{ type: 'text', text: words }] },
});
const cut = (from: number, to: number) => ({ stepType: 'replace', from, to });
const edit = (version: number, steps: unknown[], clientId: string | number = 'desk-1') => ({
  ...people.editor,
  body: { version, clientId, steps },
});
const address = (rest: string) => `/api/articles/${article}/${rest}`;
const send = (version: number, ...steps: unknown[]) =>
  desk.expect<{ version: number }>(200, 'POST', address('steps'), edit(version, steps));
const mark = (exact: string, more = {}) =>
  desk.expect<Claim>(201, 'POST', address('claims'), { ...people.checker, body: { anchors: [{ exact }], ...more } });
const claimNow = (id: string) => desk.expect<Claim>(200, 'GET', `/api/claims/${id}`, people.viewer);
async function hear(...[voice, query, headers]: [Said, string?, Record<string, string>?]): Promise<Ear> {
  const ear = await Ear.at(desk, article, voice, query, headers);
  open.push(ear);
  return ear;
}

describe('an edit over HTTP', () => {
  it('is answered with the version that it made; the text and every claim follow', async () => {
    const claim = await mark('Bees make wax');
    expect(claim.version).toBe(0);
    const before = await desk.call('GET', address('text'), people.viewer);
    expect(before.headers.get('etag')).toBe('"0"');
    expect(await desk.expect(200, 'POST', address('steps'), edit(0, [put('Busy '), put('All ')], 1234))).toEqual({
      version: 2,
      reanchored: [],
    });
    const text = await desk.call('GET', address('text'), people.viewer);
    expect(text.headers.get('etag')).toBe('"2"');
    expect(await text.text()).toBe('All Busy Bees make honey.\nBees make wax.');
    const asked = { ...people.viewer, headers: { 'if-none-match': '"0"' } };
    expect((await desk.call('GET', address('text'), asked)).status).toBe(200);
    expect(await claimNow(claim.id)).toMatchObject({
      version: 2,
      revision: 1,
      anchors: [{ from: 28, state: 'anchored' }],
    });
    expect(await desk.expect(200, 'GET', address('steps?since=1'), people.viewer)).toEqual({
      version: 2,
      steps: [put('All ')],
      clientIds: ['1234'],
      reanchored: [],
    });
  });

  it('behind is a 409 with what the caller lacks beside the problem', async () => {
    await send(0, put('A'));
    const answered = await desk.call('POST', address('steps'), edit(0, [put('B')], 'desk-2'));
    expect(answered.status).toBe(409);
    expect(answered.headers.get('content-type')).toBe('application/problem+json');
    expect(await answered.json()).toMatchObject({
      status: 409,
      title: expect.any(String),
      version: 1,
      steps: [put('A')],
      clientIds: ['desk-1'],
      reanchored: [],
    });
  });

  it.each<[string, object, number]>([
    ['no steps', { version: 0, clientId: 'x', steps: [] }, 400],
    ['a step that is no object', { version: 0, clientId: 'x', steps: ['no'] }, 400],
    ['a version below none', { version: -1, clientId: 'x', steps: [put('x')] }, 400],
    ['a field that nobody knows', { version: 0, clientId: 'x', steps: [put('x')], more: 1 }, 400],
    ['an unknown kind of step', { version: 0, clientId: 'x', steps: [{ stepType: 'no' }] }, 422],
    ['a control character', { version: 0, clientId: 'x', steps: [put('\u0001')] }, 422],
    ['a step past the end', { version: 0, clientId: 'x', steps: [put('x', 999)] }, 422],
  ])('is refused with %s', async (_, body, status) => {
    await desk.expect(status, 'POST', address('steps'), { ...people.editor, body });
    expect((await desk.call('GET', address('text'), people.viewer)).headers.get('etag')).toBe('"0"');
  });
});

describe('drafts, versions and corrections over HTTP', () => {
  it('a draft is looked at, taken, listed and taken back', async () => {
    const claim = await mark('Bees make wax');
    const body = { text: 'Bees make wax.\n\nBees make honey, too.' };
    const look = await desk.expect<object>(200, 'POST', address('drafts?dryRun=1'), { ...people.editor, body });
    expect(look).toMatchObject({
      version: 0,
      anchors: { kept: 1, moved: 0, changed: 0, orphaned: 0 },
      claims: [{ claimId: claim.id, outcome: 'kept', exact: 'Bees make wax', current: 'Bees make wax' }],
      doc: articleOf('Bees make wax.', 'Bees make honey, too.').toJSON(),
      words: 7,
      dropped: [],
    });
    const taken = await desk.expect<{ version: number }>(200, 'POST', address('drafts'), { ...people.editor, body });
    expect(taken).toEqual({ version: expect.any(Number), anchors: { kept: 1, moved: 0, changed: 0, orphaned: 0 } });
    const late = { ...people.editor, body };
    await desk.expect(409, 'POST', address('drafts?version=0'), late);
    const listed = await desk.expect<{ items: object[] }>(200, 'GET', address('versions'), people.viewer);
    expect(listed.items).toMatchObject([
      { version: taken.version, kind: 'draft' },
      { version: 0, kind: 'imported' },
    ]);
    expect(await desk.expect(200, 'GET', address('versions/0'), people.viewer)).toMatchObject({
      version: 0,
      text: 'Bees make honey.\nBees make wax.',
    });
    for (const none of ['99', '-1', '1.5', 'x', '1e0']) {
      await desk.expect(404, 'GET', address(`versions/${none}`), people.viewer);
      await desk.expect(404, 'POST', address(`versions/${none}/restore`), people.editor);
    }
    await desk.expect(200, 'POST', address('versions/0/restore'), people.editor);
    expect(await (await desk.call('GET', address('text'), people.viewer)).text()).toBe(
      'Bees make honey.\nBees make wax.',
    );
    expect(await claimNow(claim.id)).toMatchObject({ anchors: [{ state: 'anchored' }] });
  });

  it('a correction is accepted, rechecked, turned down, put in with others', async () => {
    const claim = await mark('Bees make wax', { correction: 'Bees make beeswax', verdict: 'false' });
    const accept = (ifMatch?: number, voice = people.editor) =>
      desk.call('POST', `/api/claims/${claim.id}/accept`, { ...voice, body: {}, ...(ifMatch ? { ifMatch } : {}) });
    expect((await accept()).status).toBe(428);
    expect((await accept(9)).status).toBe(409);
    expect((await accept(1, people.checker)).status).toBe(403);
    const accepted: Claim = await (await accept(1)).json();
    expect(accepted).toMatchObject({ correction: null, anchors: [{ exact: 'Bees make wax', state: 'changed' }] });
    const words = { [accepted.anchors[0]!.id]: 'Bees make beeswax' };
    const body = { words };
    const confirmed = await desk.expect<Claim>(200, 'POST', `/api/claims/${claim.id}/confirm`, {
      ...people.checker,
      body,
      ifMatch: accepted.revision,
    });
    expect(confirmed).toMatchObject({ anchors: [{ exact: 'Bees make beeswax', state: 'anchored' }] });
    const other = await mark('honey', { correction: 'wax' });
    const { revision } = await desk.expect<Claim>(200, 'POST', `/api/claims/${other.id}/reject`, {
      ...people.editor,
      body: { note: 'It is honey.' },
      ifMatch: 1,
    });
    const chosen = [
      { id: other.id, revision },
      { id: crypto.randomUUID(), revision: 1 },
    ];
    expect(
      await desk.expect(200, 'POST', address('corrections'), { ...people.editor, body: { claims: chosen } }),
    ).toMatchObject({
      applied: [],
      refused: [{ code: 'correction-missing' }, { code: 'absent' }],
    });
  });

  it('an orphan shows where it could be, is closed and opened', async () => {
    const claim = await mark('Bees make wax');
    await send(0, cut(18, 34));
    expect(await desk.expect(200, 'GET', `/api/claims/${claim.id}/candidates`, people.viewer)).toMatchObject({
      version: 1,
      items: [{ anchorId: claim.anchors[0]!.id, state: 'orphaned', candidates: expect.any(Array) }],
    });
    const why = { ...people.checker, body: { note: 'Cut.' } };
    await desk.expect(409, 'POST', `/api/claims/${claim.id}/close`, { ...why, ifMatch: 1 });
    const closed = await desk.expect<Claim>(200, 'POST', `/api/claims/${claim.id}/close`, { ...why, ifMatch: 2 });
    expect(closed.closed).toMatchObject({ reason: 'Cut.' });
    const opened = { ...people.checker, ifMatch: 3 };
    expect(await desk.expect(200, 'POST', `/api/claims/${claim.id}/reopen`, opened)).toMatchObject({ closed: null });
  });
});

describe('the stream of a text that lives', () => {
  it('tells the steps, and resumes with none missed and none doubled', async () => {
    const claim = await mark('Bees make wax');
    const { doc } = await desk.expect<{ doc: unknown }>(200, 'GET', `/api/articles/${article}`, people.viewer);
    const first = await hear(people.viewer);
    await send(0, put('A'), put('B'));
    await send(2, cut(20, 36));
    const heard = await first.hears(3);
    expect(heard.map(({ kind }) => kind)).toEqual(['article.edited', 'article.edited', 'anchor.changed']);
    expect(heard[0]!.text).toMatchObject({ since: 0, version: 2, clientIds: ['desk-1', 'desk-1'] });
    expect(heard[2]).toMatchObject({ claimId: claim.id, claim: { revision: 2, version: 3 } });
    await first.stop();
    await send(3, put('C'));
    const again = await hear(people.viewer, '', { 'last-event-id': String(heard[0]!.id) });
    await send(4, put('D'));
    const since = await again.hears(4);
    expect(since.map(({ text }) => text?.version)).toEqual([3, undefined, 4, 5]);

    const follower = Follower.of({ doc, version: 0 }, claim.anchors);
    for (const { text } of [heard[0]!, ...since]) if (text) follower.take(text);
    expect(follower.doc.textContent).toBe('DCBABees make honey.');
    expect(follower.anchors).toEqual((await claimNow(claim.id)).anchors.map(({ id, from, to }) => ({ id, from, to })));
  });

  it('tells who is there, to everybody who is, and nobody else’s place', async () => {
    const [one, two] = [crypto.randomUUID(), crypto.randomUUID()];
    const first = await hear(people.editor, `?desk=${one}`);
    const second = await hear(people.checker, `?desk=${two}`);
    const silent = await hear(people.viewer);
    const tell = (who: Said, body: object) => desk.expect(204, 'POST', address('presence'), { ...who, body });
    const places = (ear: Ear) =>
      ear.present?.map(({ desk, claimId, editing }) => [desk === one ? 'one' : 'two', claimId, editing]);
    const all = async (...expected: unknown[]) => {
      for (const ear of [first, second]) await vi.waitFor(() => expect(places(ear)).toEqual(expected));
    };
    await all(['one', null, false], ['two', null, false]);
    await tell(people.editor, { desk: one, claimId: null, editing: true });
    await tell(people.checker, { desk: two, claimId: 'c1', editing: false });
    await all(['one', null, true], ['two', 'c1', false]);
    // Not their seat.
    await tell(people.viewer, { desk: one, claimId: 'c2', editing: false });
    const thief = await hear(people.viewer, `?desk=${one}`);
    await vi.waitFor(() => expect(thief.present).toHaveLength(3));
    await thief.stop();
    await all(['one', null, true], ['two', 'c1', false]);
    await first.stop();
    await vi.waitFor(() => expect(places(second)).toEqual([['two', 'c1', false]]));
    expect(silent.present).toBeNull();
    expect(silent.heard).toEqual([]);
  });
});

describe('an article that is not the caller’s to open', () => {
  it.each<[string, string, object?]>([
    ['GET', 'articles/A/steps'],
    ['POST', 'articles/A/steps', { version: 0, clientId: 'x', steps: [put('x')] }],
    ['POST', 'articles/A/drafts', { text: 'Mine.' }],
    ['POST', 'articles/A/drafts?dryRun=1', { text: 'Mine.' }],
    ['GET', 'articles/A/versions'],
    ['GET', 'articles/A/versions/0'],
    ['POST', 'articles/A/versions/0/restore'],
    ['POST', 'articles/A/versions/0/restore?dryRun=1'],
    ['POST', 'articles/A/corrections', { claims: [{ id: 'x', revision: 1 }] }],
    ['POST', 'articles/A/presence', { desk: crypto.randomUUID(), claimId: null, editing: false }],
    ['GET', 'articles/A/events'],
    ['POST', 'claims/C/confirm', {}],
    ['POST', 'claims/C/accept', {}],
    ['POST', 'claims/C/reject', { note: 'x' }],
    ['POST', 'claims/C/close', { note: 'x' }],
    ['POST', 'claims/C/reopen'],
    ['GET', 'claims/C/candidates'],
  ])('is a 404 like one that is not there: %s %s', async (method, path, body) => {
    const claim = await mark('Bees make wax', { correction: 'x' });
    const access = { kind: 'restricted', people: [] };
    await desk.expect(200, 'PATCH', `/api/articles/${article}`, { ...people.admin, ifMatch: 1, body: { access } });
    const said = { ...people.editor, ifMatch: 1, ...(body && { body }) };
    const at = (articleId: string, claimId: string) => `/api/${path.replace('A', articleId).replace('C', claimId)}`;
    const foreign = await desk.expect(404, method, at(article, claim.id), said);
    expect(foreign).toEqual(await desk.expect(404, method, at(crypto.randomUUID(), crypto.randomUUID()), said));
  });
});
