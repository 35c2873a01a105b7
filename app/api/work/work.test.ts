import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Article } from '@/core/article/article';
import type { Claim } from '@/core/claim/claim';
import type { WorkItem } from '@/core/claim/work';
import type { Role } from '@/core/newsroom/vocabulary';
import type { Page } from '@/core/record';
import { comments, notifications } from '@/db/schema/schema';
import { theStore } from '../../store';
import { DeskDriver, type Said, type Voice } from '../desk-driver';
import { Ear } from '../ear';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: DeskDriver;
let people: Record<Role, Voice>;
let second: Voice;
const id: Record<string, string> = {};

beforeAll(async () => {
  desk = await DeskDriver.open();
  people = await desk.people();
  const made = await desk.expect<{ token: string }>(201, 'POST', '/api/invitations', {
    ...people.admin,
    body: { role: 'checker' },
  });
  second = await desk.signUp('Sena', { invitation: made.token });
  for (const [name, voice] of Object.entries({ ...people, second }))
    id[name] = (await desk.expect<{ id: string }>(200, 'GET', '/api/me', voice)).id;
});
afterAll(() => desk.close());

const words = ['one', 'two', 'three', 'four', 'five'];
async function articleOf(title: string, about: object = {}): Promise<{ article: string; claims: string[] }> {
  const text = words.map((word) => `${title} ${word}.`).join(' ');
  const { id: article } = await desk.expect<Article>(201, 'POST', '/api/articles', {
    ...people.editor,
    body: { title, text, ...about },
  });
  const claims: string[] = [];
  for (const word of words.toReversed())
    claims.unshift(
      (
        await desk.expect<Claim>(201, 'POST', `/api/articles/${article}/claims`, {
          ...people.editor,
          body: { anchors: [{ exact: `${title} ${word}` }] },
        })
      ).id,
    );
  return { article, claims };
}
const assign = (article: string, body: object, voice = people.editor, status = 200) =>
  desk.expect<{ items: Claim[]; type?: string }>(status, 'POST', `/api/articles/${article}/assignments`, {
    ...voice,
    body,
  });
const change = (path: string, body: object, said: Said = {}, status = 200) =>
  desk
    .expect<{ revision: number }>(200, 'GET', path, { ...people.editor, ...said, body: undefined })
    .then(({ revision }) =>
      desk.expect<Claim & Article & { type: string }>(status, 'PATCH', path, {
        ...people.editor,
        ...said,
        ifMatch: revision,
        body,
      }),
    );
const workOf = async (voice: Voice, query = '') => desk.expect<Page<WorkItem>>(200, 'GET', `/api/work${query}`, voice);

/** The same, so many things a page, one page after the other. */
async function pagedWork(voice: Voice, limit: number): Promise<WorkItem[]> {
  const all: WorkItem[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<WorkItem> = await workOf(voice, `?limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return all;
}

describe('sharing out', () => {
  it('gives two people a run of neighbours each, at one stroke, with an event each and one word to both', async () => {
    const { article, claims } = await articleOf('Shares');
    const { items } = await assign(article, { claims: 'all', to: [id.checker, id.second] });
    expect(items.map((claim) => claim.id)).toEqual(claims);
    expect(items.map(({ assigneeId }) => assigneeId)).toEqual(
      [id.checker, id.checker, id.checker, id.second, id.second].map(String),
    );
    expect(items.map(({ revision }) => revision)).toEqual([2, 2, 2, 2, 2]);
    const { items: told } = await desk.expect<Page<{ kind: string }>>(
      200,
      'GET',
      `/api/claims/${claims[4]}/history`,
      people.editor,
    );
    expect(told.at(-1)).toMatchObject({
      kind: 'claim.changed',
      before: { assigneeId: null },
      after: { assigneeId: id.second },
    });
    const news = await (await theStore()).read.select().from(notifications);
    expect(news.filter(({ articleId }) => articleId === article)).toMatchObject([
      { personId: id.checker, kind: 'assigned', claimId: null },
      { personId: id.second, kind: 'assigned', claimId: null },
    ]);
  });

  it('leaves what is approved and what somebody has, and takes what has nobody, or somebody who left', async () => {
    const { article, claims } = await articleOf('Rest');
    await assign(article, { claims: [claims[0], claims[1]], to: [id.checker] });
    await change(`/api/claims/${claims[2]}`, { verdict: 'true', status: 'in-review' }, people.checker);
    await desk.expect(200, 'POST', `/api/claims/${claims[2]}/approve`, people.editor);
    const { items } = await assign(article, { claims: 'unassigned', to: [id.second] });
    expect(items.map((claim) => claim.id)).toEqual([claims[3], claims[4]]);
    const off = await assign(article, { claims: [claims[0]], to: [] });
    expect(off.items).toMatchObject([{ id: claims[0], assigneeId: null }]);
  });

  it('is refused whole where one claim is not there, or one person cannot have it', async () => {
    const { article, claims } = await articleOf('Whole');
    const other = await articleOf('Other');
    const to = [id.checker];
    const refusals = [
      await assign(article, { claims: [claims[0], other.claims[0]], to }, people.editor, 422),
      await assign(article, { claims: [claims[0], 'nothing'], to }, people.editor, 422),
    ];
    expect(refusals[0]).toEqual(refusals[1]);
    expect(await assign(article, { claims: 'all', to: [id.viewer] }, people.editor, 422)).toMatchObject({
      detail: 'Vera cannot be given this: they have left, or their role does not check. Choose somebody who checks.',
    });
    await assign(article, { claims: 'all', to: ['nobody'] }, people.editor, 422);
    await assign(article, { claims: 'all', to }, people.checker, 403);
    await assign('nothing', { claims: 'all', to }, people.editor, 404);
    const { items } = await desk.expect<Page<Claim>>(200, 'GET', `/api/articles/${article}/claims`, people.editor);
    expect(items.map(({ assigneeId, revision }) => [assigneeId, revision])).toEqual(claims.map(() => [null, 1]));
  });
});

describe('whose a claim is', () => {
  it('is an editor’s to say; who checks takes what is nobody’s, and gives up or passes on what is theirs', async () => {
    const { claims } = await articleOf('Own');
    const path = `/api/claims/${claims[0]}`;
    await change(path, { assigneeId: id.second }, people.checker, 403);
    await change(path, { assigneeId: id.checker }, people.checker);
    await change(path, { assigneeId: id.second }, second, 403);
    await change(path, { assigneeId: id.second }, people.checker);
    await change(path, { assigneeId: null }, second);
    await change(path, { assigneeId: id.second });
    await change(path, { assigneeId: id.viewer }, people.editor, 422);
  });

  it('is only whose who may open the article, and nobody’s once they may not', async () => {
    const { article, claims } = await articleOf('Closed');
    const path = `/api/articles/${article}`;
    await assign(article, { claims: 'all', to: [id.checker, id.second] });
    await change(path, { assigneeId: id.second });
    const narrowed = await change(path, { access: { kind: 'restricted', people: [id.checker] } });
    expect(narrowed.assigneeId).toBeNull();
    const { items } = await desk.expect<Page<Claim>>(200, 'GET', `${path}/claims`, people.editor);
    expect(items.map(({ assigneeId }) => assigneeId)).toEqual([id.checker, id.checker, id.checker, null, null]);
    await assign(article, { claims: 'all', to: [id.second] }, people.editor, 422);
    await change(`/api/claims/${claims[0]}`, { assigneeId: id.second }, people.editor, 422);
    await change(path, { assigneeId: id.second }, people.editor, 422);
    const both = { assigneeId: id.second, access: { kind: 'restricted', people: [id.checker, id.second] } };
    expect(await change(path, both)).toMatchObject({ assigneeId: id.second });
    expect((await workOf(second)).items.filter(({ articleId }) => articleId === article)).toMatchObject([
      { kind: 'article' },
    ]);
  });
});

describe('a second check', () => {
  it('is not asked of who has the claim, and of nobody once they may not open it', async () => {
    const { article, claims } = await articleOf('Blind');
    await change(`/api/claims/${claims[0]}`, { secondCheckerId: id.second });
    const refused = await assign(article, { claims: [claims[0], claims[1]], to: [id.second] }, people.editor, 422);
    expect(refused.type).toContain('check-first-by-second');
    const waits = async () => (await workOf(second)).items.filter(({ articleId }) => articleId === article);
    expect(await waits()).toMatchObject([{ kind: 'second-check' }]);
    await change(`/api/articles/${article}`, { access: { kind: 'restricted', people: [] } });
    expect(await waits()).toEqual([]);
    const claim = await desk.expect<Claim>(200, 'GET', `/api/claims/${claims[0]}`, people.editor);
    expect(claim).toMatchObject({ secondCheckerId: null, check: null });
  });
});

describe('my work', () => {
  it('is everything that waits for me, by deadline, severity and reading order, page by page the same', async () => {
    const voice = people.admin;
    const none = await articleOf('None');
    const late = await articleOf('Late', { deadline: '2020-01-01T10:00:00.000Z' });
    const soon = await articleOf('Soon', { deadline: '2999-01-01T10:00:00.000Z' });
    const put = await articleOf('Archived', { deadline: '2019-01-01T10:00:00.000Z' });
    for (const { article } of [none, late, soon, put]) await assign(article, { claims: 'all', to: [id.admin] });
    await change(`/api/articles/${put.article}`, { status: 'archived' });
    await change(`/api/claims/${soon.claims[3]}`, { severity: 'critical' });
    await change(`/api/claims/${soon.claims[4]}`, { severity: 'minor' });
    await change(`/api/claims/${late.claims[1]}`, { verdict: 'true', status: 'in-review' }, people.checker);
    await desk.expect(200, 'POST', `/api/claims/${late.claims[1]}/approve`, people.editor);
    await change(`/api/articles/${soon.article}`, { assigneeId: id.admin });
    await (await theStore()).change(async (tx) => {
      const said = { revision: 1, kind: 'query' as const, body: 'When?', createdBy: id.checker!, confidential: false };
      const at = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' };
      await tx.insert(comments).values({ id: 'asked', claimId: none.claims[0]!, to: id.admin!, ...said, ...at });
    });
    const { items, nextCursor } = await workOf(voice);
    expect(nextCursor).toBeNull();
    const seen = items.map(({ kind, exact, late: over, severity }) => [kind, exact, over, severity]);
    expect(seen).toEqual([
      ...[0, 2, 3, 4].map((at) => ['claim', `Late ${words[at]}`, true, null]),
      ['claim', 'Soon four', false, 'critical'],
      ['claim', 'Soon five', false, 'minor'],
      ['article', null, false, null],
      ...[0, 1, 2].map((at) => ['claim', `Soon ${words[at]}`, false, null]),
      ['query', 'None one', false, null],
      ...[0, 1, 2, 3, 4].map((at) => ['claim', `None ${words[at]}`, false, null]),
    ]);
    for (const limit of [1, 4]) expect(await pagedWork(voice, limit)).toEqual(items);
    await desk.expect(403, 'GET', '/api/work', people.viewer);
    await desk.expect(400, 'GET', '/api/work?cursor=nonsense', voice);
  });

  it('goes on behind more articles than a page has room for that are all due at one moment', async () => {
    for (const title of ['Tied a', 'Tied b', 'Tied c', 'Tied d', 'Tied e']) {
      const { article } = await articleOf(title, { deadline: '2998-01-01T10:00:00.000Z' });
      await assign(article, { claims: 'all', to: [id.editor] });
    }
    const { article } = await articleOf('Behind', { deadline: '2998-02-01T10:00:00.000Z' });
    await assign(article, { claims: 'all', to: [id.editor] });
    const { items } = await workOf(people.editor);
    expect(items.at(-1)).toMatchObject({ articleTitle: 'Behind' });
    expect(await pagedWork(people.editor, 1)).toEqual(items);
  });

  it('says what was sent back, and of a second check nothing that the first checker found', async () => {
    const { claims } = await articleOf('Back');
    const secret = { verdict: 'false', rationale: 'Hidden words', correction: 'Other hidden words' };
    await change(`/api/claims/${claims[0]}`, { ...secret, status: 'in-review', severity: 'major' }, people.checker);
    const { revision } = await desk.expect<Claim>(200, 'GET', `/api/claims/${claims[0]}`, people.editor);
    await desk.expect(200, 'PATCH', `/api/claims/${claims[0]}`, {
      ...people.editor,
      ifMatch: revision,
      body: { secondCheckerId: id.second },
    });
    const mine = (await workOf(second)).items.filter(({ claimId }) => claimId === claims[0]);
    expect(mine).toMatchObject([{ kind: 'second-check', status: 'open', exact: 'Back one', severity: 'major' }]);
    expect(Object.keys(mine[0]!).sort()).toEqual(
      [
        'articleId',
        'articleTitle',
        'at',
        'claimId',
        'commentId',
        'deadline',
        'exact',
        'kind',
        'late',
        'severity',
        'status',
      ].sort(),
    );
    expect(JSON.stringify(mine)).not.toMatch(/false"|idden|in-review/);
  });
});

describe('somebody who leaves', () => {
  it('hears nothing more from that moment on, and what they had is given to others', async () => {
    const made = await desk.expect<{ token: string }>(201, 'POST', '/api/invitations', {
      ...people.admin,
      body: { role: 'checker' },
    });
    const leaver = await desk.signUp('Lea', { invitation: made.token });
    const { id: lea } = await desk.expect<{ id: string }>(200, 'GET', '/api/me', leaver);
    const { token } = await desk.expect<{ token: string }>(201, 'POST', '/api/tokens', {
      ...leaver,
      body: { name: 'x' },
    });
    const { article, claims } = await articleOf('Leaving');
    await assign(article, { claims: 'all', to: [lea] });
    const ears = [await Ear.at(desk, article, leaver), await Ear.at(desk, article, { token })];
    const { items } = await desk.expect<Page<{ id: string; revision: number }>>(
      200,
      'GET',
      '/api/people',
      people.admin,
    );
    const { revision } = items.find((one) => one.id === lea)!;
    await desk.expect(200, 'PATCH', `/api/people/${lea}`, {
      ...people.admin,
      ifMatch: revision,
      body: { active: false },
    });
    for (const ear of ears) await ear.ends();
    await change(`/api/claims/${claims[0]}`, { severity: 'minor' });
    for (const ear of ears) expect(JSON.stringify(ear.heard)).not.toContain('minor');
    await desk.expect(401, 'GET', '/api/work', leaver);
    await desk.expect(401, 'GET', '/api/work', { token });
    const { items: claimsNow } = await assign(article, { claims: 'unassigned', to: [id.checker] });
    expect(claimsNow).toHaveLength(5);
  });
});
