import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Article, Coverage } from '@/core/article/article';
import type { SignOffState } from '@/core/article/sign-off';
import type { Claim } from '@/core/claim/claim';
import type { Event } from '@/core/event/event';
import type { Role } from '@/core/newsroom/vocabulary';
import { DeskDriver, type Voice } from '../desk-driver';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: DeskDriver;
let people: Record<Role, Voice>;
let article: string;
let claim: Claim;
const text = 'The harbour sold 41 boats in 2024. What could be done? In May 2025 the council spent 3 million euros.';

beforeAll(async () => {
  desk = await DeskDriver.open();
  people = await desk.people();
});
afterAll(() => desk.close());
beforeEach(async () => {
  const { admin, checker } = people;
  article = (await desk.expect<Article>(201, 'POST', '/api/articles', { ...admin, body: { title: 'Boats', text } })).id;
  claim = await desk.expect<Claim>(201, 'POST', `/api/articles/${article}/claims`, {
    ...checker,
    body: { anchors: [{ exact: 'The harbour sold 41 boats in 2024.' }], verdict: 'true' },
  });
});

const state = (voice = people.editor) =>
  desk.expect<SignOffState>(200, 'GET', `/api/articles/${article}/sign-off`, voice);
const sign = (status = 200, body: object = {}, voice = people.editor) =>
  desk.expect<Article & { blockers: SignOffState['blockers'] }>(status, 'POST', `/api/articles/${article}/sign-off`, {
    ...voice,
    body,
  });
const approve = async () => {
  claim = await desk.expect<Claim>(200, 'POST', `/api/claims/${claim.id}/approve`, people.editor);
};
const read = () => desk.expect<Article>(200, 'GET', `/api/articles/${article}`, people.viewer);
const change = async (body: object, voice = people.checker) => {
  const { revision } = await desk.expect<Claim>(200, 'GET', `/api/claims/${claim.id}`, voice);
  return desk.expect<Claim>(200, 'PATCH', `/api/claims/${claim.id}`, { ...voice, ifMatch: revision, body });
};
const write = async (words: string) => {
  const { version } = await read();
  const step = { stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: words }] } };
  const body = { version, clientId: 'one', steps: [step] };
  await desk.expect(200, 'POST', `/api/articles/${article}/steps`, { ...people.editor, body });
};

describe('signing off', () => {
  it('is refused with everything that holds it up, each with its claim and what to do', async () => {
    const blocked = await sign(422);
    expect(blocked).toMatchObject({
      code: 'sign-off-blocked',
      blockers: [
        { kind: 'unapproved', claimId: claim.id, exact: 'The harbour sold 41 boats in 2024.', start: 0, end: 34 },
      ],
    });
    expect(blocked.blockers[0]!.message).toMatch(/approve/);
    expect(await state()).toMatchObject({ ready: false, blockers: blocked.blockers, signedOff: null });
    expect((await read()).status).toBe('draft');
  });

  it('freezes the version by its SHA-256, with who and when, and says so in the record', async () => {
    await approve();
    const { version, sha256, ready } = await state();
    expect([ready, sha256]).toEqual([true, createHash('sha256').update(text).digest('hex')]);
    const signed = await sign(200, { version });
    expect(signed).toMatchObject({ status: 'signed-off', signedOff: { version, sha256 }, changedSinceSignOff: false });
    expect(await sign()).toEqual(signed);
    expect(await state()).toMatchObject({ ready: true, signedOff: signed.signedOff, changedSinceSignOff: false });
  });

  it('is of the text that the person saw', async () => {
    await approve();
    const { version } = await read();
    await write('Well. ');
    expect(await sign(409, { version })).toMatchObject({ code: 'version-behind' });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['the text', () => write('Well. ')],
    ['a verdict', () => change({ verdict: 'false' })],
    ['a rationale', () => change({ rationale: 'Seen.' })],
    [
      'a source',
      () =>
        desk.expect(201, 'POST', `/api/claims/${claim.id}/citations`, {
          ...people.checker,
          body: { source: { title: 'Register' }, stance: 'supports' },
        }),
    ],
    [
      'the claims',
      () =>
        desk.expect(201, 'POST', `/api/articles/${article}/claims`, {
          ...people.checker,
          body: { anchors: [{ exact: 'What could be done?' }] },
        }),
    ],
    ['an approval', () => change({ status: 'checking' }, people.editor)],
  ])('shows as changed since once %s changed', async (_, act) => {
    await approve();
    const { signedOff } = await sign();
    await act();
    expect(await read()).toMatchObject({ status: 'signed-off', changedSinceSignOff: true, signedOff });
    expect(await state()).toMatchObject({ changedSinceSignOff: true, signedOff });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['who works on a claim', () => change({ severity: 'minor' })],
    [
      'what is said about it',
      () =>
        desk.expect(201, 'POST', `/api/claims/${claim.id}/comments`, { ...people.checker, body: { body: 'Fine.' } }),
    ],
    [
      'the corrections log',
      () => desk.expect(201, 'POST', `/api/articles/${article}/notices`, { ...people.editor, body: { body: 'Nine.' } }),
    ],
  ])('stands while %s changes', async (_, act) => {
    await approve();
    await sign();
    await act();
    expect((await read()).changedSinceSignOff).toBe(false);
  });

  it('asks of a verdict what the newsroom’s rules ask', async () => {
    const { revision, rules } = await desk.expect<{ revision: number; rules: { defaultScale: string } }>(
      200,
      'GET',
      '/api/newsroom',
      people.admin,
    );
    const set = (need: string, ifMatch: number) =>
      desk.expect(200, 'PATCH', '/api/newsroom', {
        ...people.admin,
        ifMatch,
        body: { rules: { sources: { [rules.defaultScale]: { true: need } } } },
      });
    await approve();
    await set('one', revision);
    try {
      expect((await sign(422)).blockers).toMatchObject([{ kind: 'rules', message: expect.stringMatching(/source/) }]);
    } finally {
      await set('none', revision + 1);
    }
    await sign();
  });

  it('is done anew after a change, and ends when an editor takes the article up again', async () => {
    await approve();
    const first = await sign();
    await change({ rationale: 'Seen.' });
    expect((await sign(422)).blockers).toMatchObject([{ kind: 'unapproved' }]);
    await approve();
    const second = await sign();
    expect(second.changedSinceSignOff).toBe(false);
    expect(second.signedOff!.at > first.signedOff!.at).toBe(true);
    const patch = (status: string, ifMatch: number, expected = 200) =>
      desk.expect<Article>(expected, 'PATCH', `/api/articles/${article}`, {
        ...people.editor,
        ifMatch,
        body: { status },
      });
    const shelved = await patch('archived', second.revision);
    expect(shelved.signedOff).toEqual(second.signedOff);
    const back = await patch('signed-off', shelved.revision);
    const open = await patch('checking', back.revision);
    expect(open).toMatchObject({ status: 'checking', signedOff: null, changedSinceSignOff: false });
    expect(await patch('signed-off', open.revision, 422)).toMatchObject({ code: 'sign-off-needed' });
    const told = await desk.expect<{ history: Event[] }>(
      200,
      'GET',
      `/api/articles/${article}/export?format=json&edition=internal`,
      people.editor,
    );
    expect(told.history.map(({ kind }) => kind).filter((kind) => kind.includes('sign'))).toEqual([
      'article.signed-off',
      'article.signed-off',
      'article.sign-off-ended',
    ]);
  });

  it('is for editors, and absent where the article is', async () => {
    await sign(403, {}, people.checker);
    await sign(403, {}, people.viewer);
    const none = await desk.expect(404, 'POST', '/api/articles/none/sign-off', { ...people.admin, body: {} });
    const { revision } = await read();
    const access = { kind: 'restricted', people: [] };
    await desk.expect(200, 'PATCH', `/api/articles/${article}`, {
      ...people.admin,
      ifMatch: revision,
      body: { access },
    });
    expect(await sign(404)).toEqual(none);
    for (const address of ['sign-off', 'notices', 'coverage'])
      expect(await desk.expect(404, 'GET', `/api/articles/${article}/${address}`, people.editor)).toEqual(none);
  });
});

describe('looking at every sentence', () => {
  const coverage = () => desk.expect<Coverage>(200, 'GET', `/api/articles/${article}/coverage`, people.viewer);
  const look = (method: string, range: object, status = 200) =>
    desk.expect<Coverage>(status, method, `/api/articles/${article}/looks`, { ...people.checker, body: range });
  const fullCoverage = async (on: boolean) => {
    const { revision } = await desk.expect<{ revision: number }>(200, 'GET', '/api/newsroom', people.admin);
    const body = { rules: { fullCoverage: on } };
    await desk.expect(200, 'PATCH', '/api/newsroom', { ...people.admin, ifMatch: revision, body });
  };

  it('holds the sign-off up where the rules ask for it, until a claim or a look is there', async () => {
    await approve();
    await fullCoverage(true);
    try {
      const { blockers } = await sign(422);
      expect(blockers).toMatchObject([{ kind: 'coverage', exact: 'In May 2025 the council spent 3 million euros.' }]);
      const { start, end } = blockers[0]!;
      expect(await look('POST', { start, end })).toMatchObject({ checkable: 2, covered: 1, looked: 1, uncovered: [] });
      await sign();
      expect(await look('DELETE', { start, end })).toMatchObject({ looked: 0 });
      expect((await state()).ready).toBe(false);
    } finally {
      await fullCoverage(false);
    }
  });

  it('is of the words: other words have to be looked at anew', async () => {
    const { uncovered } = await coverage();
    await look('POST', { start: uncovered[0]!.start, end: uncovered[0]!.end });
    await write('Well. ');
    expect(await coverage()).toMatchObject({ looked: 1 });
    const { version } = await read();
    const at = text.indexOf('3 million') + 'Well. '.length + 1;
    const step = { stepType: 'replace', from: at, to: at + 1, slice: { content: [{ type: 'text', text: '4' }] } };
    const body = { version, clientId: 'one', steps: [step] };
    await desk.expect(200, 'POST', `/api/articles/${article}/steps`, { ...people.editor, body });
    expect(await coverage()).toMatchObject({ looked: 0, uncovered: [{ exact: expect.stringContaining('4 million') }] });
  });

  it('is said of sentences, not of nothing', async () => {
    for (const range of [
      { start: 3, end: 3 },
      { start: 0, end: 5000 },
      { start: 34, end: 35 },
    ])
      expect(await look('POST', range, 422)).toMatchObject({ code: 'range-impossible' });
  });
});

describe('the corrections log', () => {
  it('takes entries from editors, tells everybody, and keeps what went out of it', async () => {
    const address = `/api/articles/${article}/notices`;
    const id = crypto.randomUUID();
    const body = {
      id,
      claimId: claim.id,
      before: '41 boats',
      after: '14 boats',
      body: 'The harbour sold 14 boats, not 41.',
    };
    await desk.expect(403, 'POST', address, { ...people.checker, body });
    const made = await desk.expect<{ id: string; revision: number }>(201, 'POST', address, { ...people.editor, body });
    expect(made).toMatchObject({ ...body, revision: 1, articleId: article });
    expect(await desk.expect(200, 'POST', address, { ...people.editor, body })).toEqual(made);
    await desk.expect(409, 'POST', address, { ...people.editor, body: { ...body, body: 'Otherwise' } });
    expect(
      await desk.expect(422, 'POST', address, { ...people.editor, body: { body: 'X', claimId: 'none' } }),
    ).toMatchObject({ code: 'claim-unknown' });
    const listed = () => desk.expect<{ items: object[] }>(200, 'GET', address, people.viewer);
    expect((await listed()).items).toEqual([made]);
    const one = `/api/notices/${id}`;
    await desk.expect(428, 'PATCH', one, { ...people.editor, body: { body: 'Y' } });
    const changed = await desk.expect(200, 'PATCH', one, { ...people.editor, ifMatch: 1, body: { after: null } });
    expect(changed).toMatchObject({ revision: 2, after: null, body: body.body });
    expect(await desk.expect(409, 'DELETE', one, { ...people.editor, ifMatch: 1 })).toMatchObject({ current: changed });
    await desk.expect(204, 'DELETE', one, { ...people.editor, ifMatch: 2 });
    expect((await listed()).items).toEqual([]);
    await desk.expect(404, 'PATCH', one, { ...people.editor, ifMatch: 3, body: { body: 'Z' } });
    expect(await desk.expect(200, 'POST', `${one}/restore`, people.editor)).toMatchObject({ revision: 4 });
  });
});
