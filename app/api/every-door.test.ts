import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { may } from '@/core/newsroom/rights';
import { type Role, roles } from '@/core/newsroom/vocabulary';
import type { Operation } from './contract/operation';
import { operations } from './contract/operations';
import { DeskDriver, type Said, type Voice } from './desk-driver';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/**
 * Every operation that names something, by everybody, about what is their own, another's, restricted to others, in the bin, and
 * nothing at all. Whose role is too low gets one answer for all of them; for the others what is restricted or binned is what is
 * not there, to the byte.
 */
const states = ['own', 'other’s', 'restricted', 'binned', 'unknown'] as const;
type State = (typeof states)[number];

/** An article with one of everything that can be named below it. */
interface World {
  article: string;
  claim: string;
  anchor: string;
  citation: string;
  comment: string;
  source: string;
  file: string;
  notice: string;
  guest: string;
}

let desk: DeskDriver;
let people: Record<Role, Voice>;
let ids: Record<Role, string>;
let worlds: Record<Exclude<State, 'own'>, World> & { own: Record<Role, World> };

beforeAll(async () => {
  desk = await DeskDriver.open();
  people = await desk.people();
  const { token } = await made<{ token: string }>('/api/invitations', people.admin, { role: 'editor' });
  const other = await desk.signUp('Otto', { invitation: token });
  ids = Object.fromEntries(
    await Promise.all(
      roles.map(async (role) => [role, (await desk.expect<{ id: string }>(200, 'GET', '/api/me', people[role])).id]),
    ),
  );
  const own: Partial<Record<Role, World>> = {};
  for (const role of roles)
    own[role] = await worldOf(
      may(role, 'article.create') ? people[role] : other,
      may(role, 'claim.change') ? people[role] : other,
    );
  const restricted = await worldOf(other, other, { confidential: true });
  await change(other, restricted.article, { access: { kind: 'restricted', people: [] } });
  const binned = await worldOf(other, other, { confidential: true });
  const { revision } = await desk.expect<{ revision: number }>(200, 'GET', `/api/articles/${binned.article}`, other);
  await desk.expect(200, 'DELETE', `/api/articles/${binned.article}`, { ...other, ifMatch: revision });
  const nothing = crypto.randomUUID();
  const unknown = Object.fromEntries(Object.keys(binned).map((key) => [key, nothing])) as unknown as World;
  worlds = { own: own as Record<Role, World>, 'other’s': await worldOf(other, other), restricted, binned, unknown };
});
afterAll(() => desk.close());

async function made<T = { id: string }>(address: string, voice: Voice, body: object): Promise<T> {
  return desk.expect<T>(201, 'POST', address, { ...voice, body });
}

async function change(voice: Voice, article: string, body: object): Promise<void> {
  const { revision } = await desk.expect<{ revision: number }>(200, 'GET', `/api/articles/${article}`, voice);
  await desk.expect(200, 'PATCH', `/api/articles/${article}`, { ...voice, ifMatch: revision, body });
}

/** `editor` brings the article in, `checker` does the rest. */
async function worldOf(editor: Voice, checker: Voice, about: { confidential?: boolean } = {}): Promise<World> {
  const { id: article } = await made('/api/articles', editor, { text: 'Bees make honey. Honey keeps for years.' });
  const claim = await made<{ id: string; anchors: { id: string }[] }>(`/api/articles/${article}/claims`, checker, {
    anchors: [{ exact: 'Bees make honey' }],
  });
  const { id: source } = await made('/api/sources', checker, { title: 'Honest hives', ...about });
  const { id: citation } = await made(`/api/claims/${claim.id}/citations`, checker, {
    sourceId: source,
    stance: 'supports',
  });
  const { id: comment } = await made(`/api/claims/${claim.id}/comments`, checker, { body: 'Says who?' });
  const raw = new FormData();
  raw.append('file', new File(['seen'], 'seen.txt'));
  const file = await desk.expect<{ id: string }>(201, 'POST', `/api/sources/${source}/files`, { ...checker, raw });
  const { id: notice } = await made(`/api/articles/${article}/notices`, editor, { body: 'It keeps for years.' });
  const { id: guest } = await made(`/api/articles/${article}/guests`, editor, { name: 'Ben Writer' });
  const anchor = claim.anchors[0]!.id;
  return { article, claim: claim.id, anchor, citation, comment, source, file: file.id, notice, guest };
}

/** What each operation sends: it fits, so that only what it is about can refuse it, and is stale where it would change much. */
const sent: Record<string, (world: World) => Said> = {
  bringAnnotations: () => ({ body: [] }),
  changeArticle: () => ({ body: { title: 'Bees' } }),
  createClaim: () => ({ body: { anchors: [{ exact: 'Honey keeps' }] } }),
  changeClaim: () => ({ body: { severity: 'minor' } }),
  addAnchor: () => ({ body: { exact: 'Honey' } }),
  moveAnchor: () => ({ body: { exact: 'Honey' } }),
  addCitation: ({ source }) => ({ body: { sourceId: source, stance: 'context' } }),
  changeCitation: () => ({ body: { stance: 'context' } }),
  returnClaim: () => ({ body: { note: 'Ask again.' } }),
  addComment: () => ({ body: { body: 'Who says?' } }),
  changeComment: () => ({ body: { body: 'Says who, then?' } }),
  addSourceFile: () => {
    const raw = new FormData();
    raw.append('file', new File(['more'], 'more.txt'));
    return { raw };
  },
  changeScale: () => ({ body: { name: 'Ours' } }),
  changePerson: () => ({ body: { role: 'viewer' } }),
  signOff: () => ({ body: {} }),
  addLook: () => ({ body: { start: 0, end: 4 } }),
  dropLook: () => ({ body: { start: 0, end: 4 } }),
  addNotice: () => ({ body: { body: 'Honey keeps.' } }),
  changeNotice: () => ({ body: { body: 'Honey keeps well.' } }),
  changeSource: () => ({ body: { title: 'Honest hives' } }),
  setStanding: () => ({ body: { standing: 'sound' } }),
  mergeSource: ({ source }) => ({ body: { into: source } }),
  addContact: () => ({ body: { channel: 'phone', who: 'Ane Holt', at: '2026-03-01T10:00:00Z', outcome: 'Nobody' } }),
  changeContact: () => ({ body: { outcome: 'Nobody again' } }),
  editArticle: () => ({ body: { version: 0, clientId: 'one', steps: [{ stepType: 'replace', from: 1, to: 1 }] } }),
  newDraft: () => ({ body: { text: 'Bees make honey. Honey keeps for years.' } }),
  confirmClaim: () => ({ body: {} }),
  acceptCorrection: () => ({ body: {} }),
  rejectCorrection: () => ({ body: { note: 'No.' } }),
  applyCorrections: ({ claim }) => ({ body: { claims: [{ id: claim, revision: 999 }] } }),
  closeClaim: () => ({ body: { note: 'Gone.' } }),
  tellPresence: () => ({ body: { desk: crypto.randomUUID(), claimId: null, editing: false } }),
  inviteGuest: () => ({ body: { name: 'Somebody Else' } }),
  giveCheck: () => ({ body: { verdict: 'true', rationale: 'Seen.' } }),
  decideCheck: () => ({ body: { verdict: 'true', reason: 'Seen.' } }),
  copySourcePage: () => ({ body: {} }),
  assignClaims: () => ({ body: { claims: 'unassigned', to: [] } }),
};

/** What a path names, by how it begins; and for whom what is restricted with an article is not there. */
const nouns: [prefix: string, key: keyof World][] = [
  ['/api/articles/', 'article'],
  ['/api/claims/', 'claim'],
  ['/api/citations/', 'citation'],
  ['/api/comments/', 'comment'],
  ['/api/sources/', 'source'],
  ['/api/files/', 'file'],
  ['/api/notices/', 'notice'],
];
/** What belongs to the newsroom and no article: there is nothing to restrict. */
const house = ['/api/scales/', '/api/people/', '/api/invitations/', '/api/tokens/'];
/** Those who see every confidential source see those that a restricted article cites: a source is the newsroom's. */
const ofSource = (path: string) => path.startsWith('/api/sources/') || path.startsWith('/api/files/');
/** What is for articles in the bin. */
const forTheBin = new Set(['restoreArticle', 'articleAudit']);

/** Bringing an article back from the bin comes last: it is in the bin no more. A guest's own doors are walked in guest.test.ts. */
const named = [...operations]
  .filter(([, { path, by }]) => by !== 'guest' && path.includes('{') && !house.some((one) => path.startsWith(one)))
  .sort(([a], [b]) => Number(a === 'restoreArticle') - Number(b === 'restoreArticle'));

async function answerTo(name: string, operation: Operation, world: World, voice: Voice) {
  const key = nouns.find(([prefix]) => operation.path.startsWith(prefix))?.[1];
  if (!key) throw new Error(`Say what ${operation.path} names.`);
  if (operation.body && !sent[name]) throw new Error(`Say what ${name} sends.`);
  const address = operation.path
    .replace('{id}', world[key])
    .replace('{anchorId}', world.anchor)
    .replace('{guestId}', world.guest)
    .replace('{version}', '0');
  const answered = await desk.call(operation.method, address, {
    ...(operation.ifMatch && { ifMatch: 999 }),
    ...sent[name]?.(world),
    ...voice,
  });
  const stream = answered.headers.get('content-type')?.startsWith('text/event-stream');
  if (stream) await answered.body?.cancel();
  return {
    status: answered.status,
    type: answered.headers.get('content-type'),
    body: stream ? '' : (await answered.text()).slice(0, 400),
  };
}

describe('every door', () => {
  it('is walked', () => {
    const cells = named.length * roles.length * states.length;
    expect(cells).toBeGreaterThan(1_000);
  });

  it.each(named)('%s', async (name, operation) => {
    for (const role of roles) {
      const answers = {} as Record<State, Awaited<ReturnType<typeof answerTo>>>;
      // What is there last: it may be changed by being called.
      for (const state of ['restricted', 'binned', 'unknown', 'own', 'other’s'] as const) {
        const world = state === 'own' ? worlds.own[role] : worlds[state];
        answers[state] = await answerTo(name, operation, world, people[role]);
      }
      const where = `${name} by ${role}`;
      if (
        operation.by !== 'open' &&
        operation.by !== 'signed-in' &&
        operation.by !== 'guest' &&
        !may(role, operation.by)
      ) {
        for (const state of states) expect([where, state, answers[state]]).toEqual([where, state, answers.unknown]);
        expect([where, answers.unknown.status]).toEqual([where, 403]);
        continue;
      }
      expect([where, answers.unknown.status]).toEqual([where, 404]);
      const hidden =
        ofSource(operation.path) && may(role, 'confidential.read-all') ? [] : (['restricted', 'binned'] as const);
      for (const state of hidden)
        if (!(state === 'binned' && forTheBin.has(name)))
          expect([where, state, answers[state]]).toEqual([where, state, answers.unknown]);
      for (const state of ['own', 'other’s'] as const) {
        expect([where, state, answers[state].status < 500 && answers[state].status !== 401]).toEqual([
          where,
          state,
          true,
        ]);
        if (operation.method === 'GET') expect([where, state, answers[state].status]).toEqual([where, state, 200]);
        expect([where, state, answers[state].body]).not.toEqual([
          where,
          state,
          expect.stringContaining('"code":"forbidden"'),
        ]);
      }
    }
  });
});

describe('what belongs to no article', () => {
  it.each(roles)('of another is what is not there, or refused alike, for a %s', async (role) => {
    const { id: token } = await made('/api/tokens', people.admin, { name: 'Importer' });
    const other = role === 'admin' ? (await made('/api/tokens', people.viewer, { name: 'Theirs' })).id : token;
    for (const [method, real, none] of [
      ['DELETE', `/api/tokens/${other}`, '/api/tokens/none'],
      ['PATCH', `/api/people/${ids.admin}`, '/api/people/none'],
      ['DELETE', `/api/people/${ids.admin}/two-factor`, '/api/people/none/two-factor'],
    ] as const) {
      if (role === 'admin' && method !== 'DELETE') continue;
      if (role === 'admin' && real.endsWith('two-factor')) continue;
      const said = { ...people[role], ...(method === 'PATCH' && { ifMatch: 1, body: { role: 'viewer' } }) };
      const [about, nothing] = [await desk.call(method, real, said), await desk.call(method, none, said)];
      expect([about.status, await about.text()]).toEqual([nothing.status, await nothing.text()]);
    }
  });
});
