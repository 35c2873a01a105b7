import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Agreements } from '@/core/claim/agreement-figures';
import type { Check } from '@/core/claim/check';
import type { Claim } from '@/core/claim/claim';
import type { Event } from '@/core/event/event';
import { operations } from './contract/operations';
import { DeskDriver, type Said, type Voice } from './desk-driver';
import { Ear } from './ear';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/** Words that stand nowhere but in the first check, one for each of its fields. */
const planted = {
  rationale: 'RATIONALEWORD',
  correction: 'CORRECTIONWORD',
  quote: 'QUOTEWORD',
  locator: 'LOCATORWORD',
  note: 'NOTEWORD',
  comment: 'COMMENTWORD',
  returned: 'RETURNWORD',
};
const first = 'mostly-false';
const second = { verdict: 'half-true', rationale: 'SECONDWORD' };

let desk: DeskDriver;
let voices: Record<'admin' | 'editor' | 'checker' | 'viewer' | 'dana', Voice>;
const ids: Record<string, string> = {};
let article: string;
let claim: string;
let citation: string;
let comment: string;
let source: string;
let scale: string;

const get = <T = Claim>(voice: Voice, address = `/api/claims/${claim}`) => desk.expect<T>(200, 'GET', address, voice);
const send = <T = Claim>(
  status: number,
  method: string,
  address: string,
  voice: Voice,
  body?: object,
  more: Said = {},
) => desk.expect<T>(status, method, address, { ...voice, ...more, ...(body && { body }) });
const patch = async (voice: Voice, body: object, status = 200) =>
  send<Claim & { code?: string; title: string }>(status, 'PATCH', `/api/claims/${claim}`, voice, body, {
    ifMatch: (await get(voices.admin)).revision,
  });
const give = (voice: Voice, body: object = second, status = 201) =>
  send<Check & { title: string }>(status, 'POST', `/api/claims/${claim}/checks`, voice, body);

beforeAll(async () => {
  desk = await DeskDriver.open();
  const people = await desk.people();
  const made = await send<{ token: string }>(201, 'POST', '/api/invitations', people.admin, { role: 'checker' });
  voices = { ...people, dana: await desk.signUp('Dana', { invitation: made.token }) };
  for (const [name, voice] of Object.entries(voices)) ids[name] = (await get<{ id: string }>(voice, '/api/me')).id;
});
afterAll(() => desk.close());

/** An article with a claim of Chen's: judged, sourced, spoken about, sent back once. */
beforeEach(async () => {
  const { editor, checker } = voices;
  const body = { title: 'Bees', text: 'Bees make honey. Honey keeps for years.', scale: 'five-point' };
  const brought = await send<{ id: string; scale: string }>(201, 'POST', '/api/articles', editor, body);
  article = brought.id;
  scale = brought.scale;
  const { rationale, correction, quote, locator, note } = planted;
  const judged = {
    anchors: [{ exact: 'Bees make honey' }],
    verdict: first,
    rationale,
    correction,
    assigneeId: ids.checker,
  };
  claim = (await send(201, 'POST', `/api/articles/${article}/claims`, checker, judged)).id;
  source = (await send<{ id: string }>(201, 'POST', '/api/sources', checker, { title: 'Honest hives' })).id;
  const cited = { sourceId: source, stance: 'refutes', quote, locator, note };
  citation = (await send<{ id: string }>(201, 'POST', `/api/claims/${claim}/citations`, checker, cited)).id;
  const said = { body: planted.comment };
  comment = (await send<{ id: string }>(201, 'POST', `/api/claims/${claim}/comments`, checker, said)).id;
  await send(200, 'POST', `/api/claims/${claim}/return`, editor, { note: planted.returned });
  await patch(checker, { status: 'in-review' });
});

/** What is at an address of the interface, about this article and claim. */
const addressOf = (path: string) =>
  path
    .replace(/^(\/api\/articles\/){id}/, `$1${article}`)
    .replace(/^(\/api\/claims\/){id}/, `$1${claim}`)
    .replace(/^(\/api\/sources\/){id}/, `$1${source}`)
    .replace(/^(\/api\/citations\/){id}/, `$1${citation}`)
    .replace(/^(\/api\/comments\/){id}/, `$1${comment}`)
    .replace(/{\w+}/g, '0');
const forms = ['html', 'docx', 'md', 'csv', 'xlsx', 'json', 'claimreview', 'webannotation'];

/** Everything that somebody is answered who reads each address of the interface, as one text for each; files unpacked. */
async function everyByte(voice: Voice): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const addresses = [...operations.values()]
    .filter(({ method, path }) => method === 'GET' && !path.endsWith('/events') && !path.startsWith('/api/auth'))
    .map(({ path }) => addressOf(path));
  for (const edition of ['public', 'internal'])
    for (const form of forms) addresses.push(`/api/articles/${article}/export?format=${form}&edition=${edition}`);
  for (const verdict of [first, '']) addresses.push(`/api/articles/${article}/claims?verdict=${verdict}`);
  for (const status of ['open', 'in-review']) addresses.push(`/api/articles/${article}/claims?status=${status}`);
  for (const address of addresses) {
    const answered = await desk.call('GET', address, voice);
    found.set(address, await readable(new Uint8Array(await answered.arrayBuffer())));
  }
  const ear = await Ear.at(desk, article, voice, '?since=0');
  const marker = await place(voices.admin, 'Honey keeps');
  await vi.waitFor(() => expect(JSON.stringify(ear.heard)).toContain(marker), { timeout: 10_000 });
  found.set('events', JSON.stringify(ear.heard));
  await ear.stop();
  return found;
}

/** Adds a place to the claim, and answers the id of the anchor. */
async function place(voice: Voice, exact: string): Promise<string> {
  const { revision } = await get(voice);
  const body = { exact };
  const now = await send(200, 'POST', `/api/claims/${claim}/anchors`, voice, body, { ifMatch: revision });
  return now.anchors.find((anchor) => anchor.exact === exact)!.id;
}

async function readable(bytes: Uint8Array): Promise<string> {
  const text = (part: Uint8Array) => new TextDecoder().decode(part);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return text(bytes);
  return Object.values(unzipSync(bytes)).map(text).join('\n');
}

/** Where any of the words stands. */
const where = (found: Map<string, string>, words: readonly string[]) =>
  [...found].flatMap(([address, text]) =>
    words.filter((word) => text.includes(word)).map((word) => `${word} in ${address}`),
  );

const secrets = Object.values(planted);

describe('a second check that is asked for', () => {
  beforeEach(() => patch(voices.editor, { secondCheckerId: ids.dana }));

  it('is blind: no byte that the second checker can get holds a word of the first check', async () => {
    const everything = await everyByte(voices.dana);
    expect(everything.size).toBeGreaterThan(40);
    expect(where(everything, secrets)).toEqual([]);
    // The words are there for others, in nearly all of the same places.
    expect(where(await everyByte(voices.admin), secrets).length).toBeGreaterThan(40);
  });

  it('shows the second checker a claim that nobody has judged', async () => {
    const { dana } = voices;
    const unjudged = {
      verdict: null,
      status: 'open',
      verdictBy: null,
      verdictAt: null,
      citations: [],
      comments: [],
      check: null,
    };
    expect(await get(dana)).toMatchObject({ ...unjudged, secondCheckerId: ids.dana, assigneeId: ids.checker });
    const listed = async (query: string) =>
      (await get<{ items: Claim[] }>(dana, `/api/articles/${article}/claims${query}`)).items.length;
    expect(await listed(`?verdict=${first}`)).toBe(0);
    expect(await listed('?verdict=')).toBe(1);
    expect(await listed('?status=in-review')).toBe(0);
    expect(await listed('?status=open')).toBe(1);
    const progress = { claims: 1, byStatus: { open: 1 }, byVerdict: { '': 1 } };
    expect(await get(dana, `/api/articles/${article}`)).toMatchObject({ progress });
    expect((await get<{ items: object[] }>(dana, '/api/articles')).items).toContainEqual(
      expect.objectContaining({ id: article, progress: expect.objectContaining(progress) }),
    );
    expect(await get(dana, `/api/sources/${source}/claims`)).toMatchObject({ items: [] });
    expect((await get<{ items: object[] }>(dana, '/api/sources?q=hives')).items).toContainEqual(
      expect.objectContaining({ id: source, claims: 0 }),
    );
    const scales = await get<{ items: { id: string; inUse: string[] }[] }>(dana, '/api/scales');
    expect(scales.items.find(({ id }) => id === scale)!.inUse).toEqual([]);
    expect(await get(voices.editor, `/api/articles/${article}`)).toMatchObject({
      progress: { byStatus: { 'in-review': 1 }, byVerdict: { [first]: 1 } },
    });
  });

  it('lets the second checker mark places and give their check, and refuses them everything else alike, whatever their role', async () => {
    const { admin } = voices;
    await patch(voices.editor, { secondCheckerId: ids.admin });
    await place(admin, 'Honey');
    const bodies: Record<string, object> = {
      changeClaim: { severity: 'major' },
      confirmClaim: {},
      acceptCorrection: {},
      rejectCorrection: { note: 'x' },
      closeClaim: { note: 'Gone' },
      returnClaim: { note: 'x' },
      decideCheck: { verdict: 'true', reason: 'x' },
      addCitation: { sourceId: source, stance: 'supports' },
      addComment: { body: 'Well' },
    };
    const allowed = ['giveCheck', 'addAnchor', 'moveAnchor', 'dropAnchor'];
    const changes = [...operations].filter(
      ([name, { method, path }]) => method !== 'GET' && path.startsWith('/api/claims/{id}') && !allowed.includes(name),
    );
    for (const [name, { method, path, ifMatch }] of changes) {
      const { revision } = await get(admin);
      const more = ifMatch ? { ifMatch: revision } : {};
      const refused = await send<{ title: string }>(422, method, addressOf(path), admin, bodies[name], more);
      expect([name, refused.title]).toEqual([name, 'Second check not given yet']);
    }
    for (const [method, address, body] of [
      ['PATCH', `/api/citations/${citation}`, { quote: 'x' }],
      ['DELETE', `/api/citations/${citation}`],
      ['PATCH', `/api/comments/${comment}`, { body: 'x' }],
      ['POST', `/api/comments/${comment}/resolve`],
    ] as const)
      await send(404, method, address, admin, body, { ifMatch: 1 });
    const stale = await send<object>(
      409,
      'POST',
      `/api/claims/${claim}/anchors`,
      admin,
      { exact: 'keeps' },
      { ifMatch: 1 },
    );
    expect(JSON.stringify(stale)).toContain('"verdict":null');
    expect(where(new Map([['409', JSON.stringify(stale)]]), secrets)).toEqual([]);
  });

  it('can be given by nobody else, of nothing else than the scale, once', async () => {
    await give(voices.checker, second, 403);
    await give(voices.viewer, second, 403);
    expect(await give(voices.dana, { verdict: 'nonsense' }, 422)).toMatchObject({ title: 'Unknown verdict' });
    const id = crypto.randomUUID();
    const given = await give(voices.dana, { ...second, id });
    expect(given).toMatchObject({
      id,
      ...second,
      checkerId: ids.dana,
      askedBy: ids.editor,
      firstVerdict: first,
      firstRationale: planted.rationale,
    });
    expect(await give(voices.dana, { ...second, id }, 200)).toEqual(given);
    expect(await give(voices.dana, second, 422)).toMatchObject({ title: 'Second check given already' });
  });

  it('keeps the claim from being approved until it is settled or withdrawn', async () => {
    const approve = (status: number) =>
      send<{ title: string }>(status, 'POST', `/api/claims/${claim}/approve`, voices.editor);
    expect(await approve(422)).toMatchObject({ title: 'Second check waits' });
    expect(await patch(voices.editor, { status: 'approved' }, 422)).toMatchObject({ title: 'Second check waits' });
    await give(voices.dana);
    expect(await approve(422)).toMatchObject({ title: 'Two verdicts differ' });
    await send(200, 'POST', `/api/claims/${claim}/decide`, voices.admin, {
      verdict: first,
      reason: 'The study is sound.',
    });
    expect(await approve(200)).toMatchObject({ status: 'approved' });
  });

  it('is withdrawn while it is not given, and gives its sight back', async () => {
    expect(await patch(voices.editor, { secondCheckerId: null })).toMatchObject({ secondCheckerId: null, check: null });
    expect(await get(voices.dana)).toMatchObject({ verdict: first, rationale: planted.rationale });
    expect(await give(voices.dana, second, 422)).toMatchObject({ title: 'No second check' });
    await patch(voices.editor, { secondCheckerId: ids.dana });
    await give(voices.dana);
    expect(await patch(voices.editor, { secondCheckerId: null }, 422)).toMatchObject({ title: 'Two verdicts differ' });
  });
});

describe('who may be asked', () => {
  it.each([
    ['the one who judged', 'checker', 'The first checker'],
    ['somebody who cannot check', 'viewer', 'Not a checker'],
    ['nobody who is here', 'ghost', 'Unknown person'],
  ])('not %s', async (_, name, title) => {
    expect(await patch(voices.editor, { secondCheckerId: ids[name] ?? 'ghost' }, 422)).toMatchObject({ title });
  });

  it('nobody to whom the article is closed; and nobody but an editor asks', async () => {
    await patch(voices.checker, { secondCheckerId: ids.dana }, 403);
    const access = { kind: 'restricted', people: [ids.admin, ids.checker] };
    await send(200, 'PATCH', `/api/articles/${article}`, voices.editor, { access }, { ifMatch: 1 });
    expect(await patch(voices.editor, { secondCheckerId: ids.dana }, 422)).toMatchObject({ title: 'Not let in' });
  });

  it('takes what was approved back to its reviewer', async () => {
    await send(200, 'POST', `/api/claims/${claim}/approve`, voices.editor);
    expect(await patch(voices.editor, { secondCheckerId: ids.dana })).toMatchObject({
      status: 'in-review',
      approvedBy: null,
    });
  });

  it('keeps the two apart: the second checker is not made the first', async () => {
    await patch(voices.editor, { secondCheckerId: ids.dana });
    const title = 'The second checker';
    expect(await patch(voices.editor, { assigneeId: ids.dana }, 422)).toMatchObject({ title });
    await patch(voices.editor, { verdict: null });
    await give(voices.dana);
    expect(await patch(voices.dana, { verdict: 'true' }, 422)).toMatchObject({ title });
  });
});

describe('a second check that comes before the first', () => {
  beforeEach(async () => {
    await patch(voices.checker, { verdict: null });
    await patch(voices.editor, { secondCheckerId: ids.dana });
    await give(voices.dana);
  });

  it('is seen by nobody else in any byte, before the first verdict is in', async () => {
    for (const voice of [voices.checker, voices.editor, voices.admin, voices.viewer])
      expect(where(await everyByte(voice), [second.rationale])).toEqual([]);
    const { check } = await get(voices.editor);
    expect(check).toMatchObject({ outcome: 'waiting', verdict: null, rationale: null, checkerId: ids.dana });
    expect(check!.givenAt).not.toBeNull();
    expect((await get(voices.dana)).check).toMatchObject(second);
  });

  it('is settled by the first verdict: the same one agrees, and the claim goes to its reviewer', async () => {
    const settled = await patch(voices.checker, { verdict: second.verdict });
    expect(settled).toMatchObject({ status: 'in-review', verdict: second.verdict });
    expect(settled.check).toMatchObject({
      ...second,
      outcome: 'agreed',
      firstBy: ids.checker,
      firstVerdict: second.verdict,
    });
    expect(await get(voices.viewer)).toMatchObject({ check: null });
    expect(where(await everyByte(voices.viewer), [second.rationale])).toEqual([]);
  });
});

describe('two verdicts that differ', () => {
  const decide = (voice: Voice, body: object, status = 200) =>
    send<Claim & { title: string }>(status, 'POST', `/api/claims/${claim}/decide`, voice, body);
  beforeEach(async () => {
    await patch(voices.editor, { secondCheckerId: ids.dana });
    await give(voices.dana);
  });

  it('make the claim disputed, each side to be read by both', async () => {
    for (const voice of [voices.checker, voices.dana, voices.editor])
      expect(await get(voice)).toMatchObject({
        status: 'disputed',
        verdict: first,
        check: {
          ...second,
          outcome: 'disputed',
          firstBy: ids.checker,
          firstVerdict: first,
          firstRationale: planted.rationale,
        },
      });
    expect(await patch(voices.checker, { verdict: second.verdict }, 422)).toMatchObject({
      title: 'Two verdicts differ',
    });
    expect(await patch(voices.dana, { status: 'checking' }, 422)).toMatchObject({ title: 'Two verdicts differ' });
    await send(422, 'POST', `/api/claims/${claim}/return`, voices.editor, { note: 'Again' });
  });

  it('are decided by an editor with a reason, who is one of the two only where there is no other', async () => {
    const reason = 'The second study is newer.';
    await decide(voices.checker, { verdict: first, reason }, 403);
    await decide(voices.editor, { verdict: second.verdict }, 400);
    const decided = await decide(voices.editor, { verdict: second.verdict, reason });
    expect(decided).toMatchObject({
      status: 'in-review',
      verdict: second.verdict,
      rationale: second.rationale,
      verdictBy: ids.editor,
      check: {
        outcome: 'decided',
        decidedBy: ids.editor,
        decidedVerdict: second.verdict,
        reason,
        firstRationale: planted.rationale,
      },
    });
    expect(await decide(voices.editor, { verdict: first, reason }, 422)).toMatchObject({ title: 'Nothing to decide' });
    const history = await get<{ items: Event[] }>(voices.dana, `/api/claims/${claim}/history`);
    expect(history.items.map(({ kind }) => kind).filter((kind) => kind.startsWith('check.'))).toEqual([
      'check.asked',
      'check.given',
      'check.disputed',
      'check.decided',
    ]);
    expect(where(new Map([['history', JSON.stringify(history)]]), [reason])).not.toEqual([]);
    expect(where(await everyByte(voices.viewer), [reason])).toEqual([]);
  });

  it('one of which is the editor’s own, are another editor’s to decide', async () => {
    await decide(voices.editor, { verdict: first, reason: 'x' });
    await patch(voices.checker, { verdict: second.verdict });
    await patch(voices.editor, { secondCheckerId: ids.admin });
    await give(voices.admin, { verdict: 'true' });
    const own = { title: 'Your own verdict' };
    expect(await decide(voices.admin, { verdict: 'true', reason: 'x' }, 422)).toMatchObject(own);
    await decide(voices.editor, { verdict: 'true', reason: 'x' });
    // Where the two are the only editors there is nobody else.
    await patch(voices.editor, { verdict: first });
    await patch(voices.editor, { secondCheckerId: ids.admin });
    await give(voices.admin, { verdict: 'true' });
    await decide(voices.admin, { verdict: 'true', reason: 'x' });
  });

  it('count in the agreement as they were given blind, whatever is decided', async () => {
    const figures = () => get<Agreements>(voices.editor, `/api/articles/${article}/agreement`);
    const pair = { people: [ids.checker, ids.dana].sort(), items: 1, percent: 0 };
    expect(await figures()).toMatchObject({ pairs: [pair], all: { items: 1, percent: 0, kappa: null, alpha: null } });
    await decide(voices.editor, { verdict: second.verdict, reason: 'x' });
    expect(await figures()).toMatchObject({ pairs: [pair] });
    expect((await get<Agreements>(voices.admin, '/api/agreement')).all.items).toBeGreaterThan(0);
  });
});

describe('Stet’s own data', () => {
  it('holds checks, former ones too, and comes back byte for byte; a public edition holds none', async () => {
    await patch(voices.editor, { secondCheckerId: ids.dana });
    await give(voices.dana);
    await send(200, 'POST', `/api/claims/${claim}/decide`, voices.editor, { verdict: first, reason: 'REASONWORD' });
    await patch(voices.admin, { secondCheckerId: ids.dana });
    const json = async (from: DeskDriver, id: string, voice: Voice, edition: string) =>
      (await from.call('GET', `/api/articles/${id}/export?format=json&edition=${edition}`, voice)).text();
    const file = await json(desk, article, voices.editor, 'internal');
    expect(JSON.parse(file)).toMatchObject({
      claims: [{ check: { outcome: 'waiting', checkerId: ids.dana } }],
      archive: { checks: [{ outcome: 'decided', reason: 'REASONWORD', ...second }] },
    });
    const open = await json(desk, article, voices.editor, 'public');
    expect(where(new Map([['public', open]]), ['REASONWORD', second.rationale])).toEqual([]);

    const { folder } = desk;
    const other = await DeskDriver.open();
    try {
      const ada = await other.signUp('Ada', { newsroom: 'Another' });
      const form = new FormData();
      form.set('file', new File([file], 'bees.json', { type: 'application/json' }));
      const brought = await other.expect<{ id: string }>(201, 'POST', '/api/articles', { ...ada, raw: form });
      expect(await json(other, brought.id, ada, 'internal')).toBe(file);
    } finally {
      await other.close();
      desk = await DeskDriver.reopen(folder);
    }
  });
});
