import type { Claim } from '../core/claim/claim';
import type { Citation } from '../core/source/source';
import { articleText, card, dragOver, openDesk } from './desk';
import { type Api, expect, type Newsroom, test } from './newsroom';

const secret = 'Quillfeather';
const story = `The agency paid 4.4 million for software that nobody used. The contract ran until 2023.

Its head resigned in May.`;

/** An article with a claim that stands on a confidential source, and what of the newsroom a path may name. */
async function arranged(newsroom: Newsroom) {
  const { api } = newsroom.admin;
  const article = await api.article(story, { title: 'Software that nobody used' });
  const claim = await api.claim(article.id, 'paid 4.4 million', {
    verdict: 'true',
    rationale: 'Two people saw the invoice.',
  });
  const citation = await api.call<Citation>('POST', `/api/claims/${claim.id}/citations`, {
    source: {
      kind: 'interview',
      title: `Talk with ${secret}`,
      author: secret,
      publisher: secret,
      url: `https://${secret.toLowerCase()}.example/`,
      note: `${secret} wants no name`,
      confidential: true,
    },
    stance: 'supports',
    quote: `“I, ${secret}, signed it”`,
    locator: `${secret}, minute 4`,
    note: `${secret} calls back`,
  });
  const invitation = await api.call<{ id: string }>('POST', '/api/invitations', { role: 'checker' });
  const token = await api.call<{ id: string }>('POST', '/api/tokens', { name: 'Archive' });
  const { id: person } = await api.call<{ id: string }>('GET', '/api/me');
  const ids: Record<string, string> = {
    articles: article.id,
    claims: claim.id,
    anchorId: claim.anchors[0]!.id,
    citations: citation.id,
    sources: citation.sourceId,
    scales: 'five-point',
    invitations: invitation.id,
    tokens: token.id,
    people: person,
  };
  return { article, claim, ids };
}

interface Described {
  paths: Record<string, Record<string, unknown>>;
}

/** Every operation that the served description names, with ids in the place of the names between braces. */
async function operationsOf(
  api: Api,
  ids: Record<string, string>,
): Promise<{ method: string; path: string; named: string }[]> {
  const { paths } = await api.call<Described>('GET', '/api/openapi.json');
  return Object.entries(paths).flatMap(([named, methods]) => {
    const noun = named.split('/')[2] ?? '';
    const path = named.replace('{id}', ids[noun] ?? 'none').replace('{anchorId}', ids.anchorId ?? 'none');
    return Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path, named }));
  });
}

/** What a viewer has of their own, and may therefore change: their session, password and tokens, their news and how they hear of them. */
const theirOwn = (method: string, named: string) =>
  named.startsWith('/api/auth/') ||
  named.startsWith('/api/me/') ||
  named === '/api/notifications/read' ||
  (method === 'POST' && (named === '/api/tokens' || named === '/api/articles/{id}/presence'));

/** Bodies that would be accepted from somebody who may. */
const bodies: Record<string, unknown> = {
  'POST /api/articles': { text: 'Another article.' },
  'PATCH /api/articles/{id}': { title: 'Other' },
  'POST /api/articles/{id}/claims': { anchors: [{ exact: 'in May' }] },
  'PATCH /api/claims/{id}': { verdict: 'false' },
  'POST /api/claims/{id}/anchors': { exact: 'in May' },
  'PATCH /api/claims/{id}/anchors/{anchorId}': { exact: 'in May' },
  'POST /api/claims/{id}/citations': { source: { title: 'Mine' }, stance: 'refutes' },
  'PATCH /api/citations/{id}': { stance: 'refutes' },
  'POST /api/claims/{id}/return': { note: 'No.' },
  'POST /api/sources': { title: 'Mine' },
  'PATCH /api/sources/{id}': { title: 'Mine' },
  'POST /api/scales': { name: 'Mine', verdicts: [] },
  'PATCH /api/scales/{id}': { name: 'Mine' },
  'PATCH /api/newsroom': { name: 'Mine' },
  'POST /api/invitations': { role: 'admin' },
  'PATCH /api/people/{id}': { role: 'viewer' },
};

test('a viewer is offered no change', async ({ newsroom }) => {
  const { page } = await newsroom.join('viewer');
  const { article, claim } = await arranged(newsroom);
  await page.goto('/');
  await expect(page.getByRole('link', { name: article.title }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: /Paste text|Drop a file/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^More for/ })).toHaveCount(0);

  await openDesk(page, article, claim.id);
  await expect(card(page)).toContainText('Two people saw the invoice.');
  await expect(card(page).getByRole('textbox')).toHaveCount(0);
  await expect(card(page).getByRole('combobox')).toHaveCount(0);
  for (const name of [/^Change/, /Add source/, 'Approve', 'Send back', 'Send to review', /Propose/])
    await expect(card(page).getByRole('button', { name })).toHaveCount(0);
  await card(page).getByRole('button', { name: 'More actions' }).click();
  await expect(page.getByRole('menuitem')).toHaveText(['Copy link to this claim']);
  await page.keyboard.press('Escape');

  await dragOver(page, 'The contract ran until 2023.');
  await page.keyboard.press('c');
  await page.keyboard.press('5');
  await expect(page.getByRole('toolbar', { name: 'Selected words' })).toHaveCount(0);
  await articleText(page).press('j');
  await page.keyboard.press('1');
  const { items } = await newsroom.admin.api.call<{ items: Claim[] }>('GET', `/api/articles/${article.id}/claims`);
  expect(items.map(({ verdict, revision }) => ({ verdict, revision }))).toEqual([
    { verdict: 'true', revision: claim.revision },
  ]);

  await page.goto('/settings');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: /scale/i })).toHaveCount(0);
  await page.goto('/people');
  await expect(page.getByRole('button', { name: 'Invite' })).toHaveCount(0);
});

test('every change that a viewer tries is refused and changes nothing', async ({ newsroom }) => {
  const viewer = await newsroom.join('viewer');
  const { article, claim, ids } = await arranged(newsroom);
  const { api } = newsroom.admin;
  const state = async () =>
    Promise.all([
      api.call('GET', `/api/articles/${article.id}/export?format=json&edition=internal`),
      api.call('GET', `/api/claims/${claim.id}/history`),
      ...['articles', 'sources', 'scales', 'newsroom', 'people', 'invitations'].map((noun) =>
        api.call('GET', `/api/${noun}`),
      ),
    ]);
  const before = await state();
  const tried: string[] = [];
  for (const { method, path, named } of await operationsOf(api, ids)) {
    if (method === 'GET' || theirOwn(method, named)) continue;
    const answer = await viewer.api.answer(method, path, bodies[`${method} ${named}`], 1);
    tried.push(`${method} ${named}`);
    expect.soft([403, 404], `${method} ${named}: ${answer.status()} ${await answer.text()}`).toContain(answer.status());
  }
  expect(tried).toEqual(expect.arrayContaining(Object.keys(bodies)));
  expect(await state()).toEqual(before);
});

test('a confidential source appears nowhere to a viewer', async ({ newsroom }) => {
  const viewer = await newsroom.join('viewer');
  const { article, claim, ids } = await arranged(newsroom);
  const { page } = viewer;
  const holds = new RegExp(secret, 'i');
  expect(await newsroom.admin.api.call('GET', `/api/claims/${claim.id}`)).toMatchObject({
    citations: [{ source: { title: expect.stringMatching(holds) } }],
  });
  for (const { method, path, named } of await operationsOf(newsroom.admin.api, ids)) {
    // Events never end: they are heard below.
    if (method !== 'GET' || named.endsWith('/events')) continue;
    const queries = named.endsWith('/export')
      ? ['?format=html&edition=public', '?format=json&edition=public', '?format=html&edition=internal', '?format=json']
      : named === '/api/sources'
        ? ['', `?q=${secret}`]
        : [''];
    for (const query of queries)
      expect.soft(holds.test(await (await viewer.api.answer('GET', path + query)).text()), named + query).toBe(false);
  }
  for (const path of [`/articles/${article.id}`, '/sources', `/sources?id=${ids.sources}`, '/'])
    expect.soft(holds.test(await (await page.request.get(path)).text()), path).toBe(false);
  await page.goto(`/sources?q=${secret}`);
  await expect(page.getByText(`No source has “${secret}” in it`)).toBeVisible();
  await openDesk(page, article, claim.id);
  await expect(card(page)).not.toContainText(holds);

  await newsroom.admin.api.call(
    'PATCH',
    `/api/articles/${article.id}`,
    { title: 'The last event' },
    { ifMatch: article.revision },
  );
  const heard = await page.evaluate(async (id) => {
    const stream = await fetch(`/api/articles/${id}/events`, { headers: { 'Last-Event-ID': '0' } });
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    let all = '';
    while (!all.includes('The last event')) {
      const { value, done } = await reader.read();
      if (done) break;
      all += value;
    }
    await reader.cancel();
    return all;
  }, article.id);
  expect(heard).toContain('The last event');
  expect(heard).not.toMatch(holds);
  expect((await viewer.api.answer('GET', `/api/sources/${ids.sources}`)).status()).toBe(404);
});

test('On a phone, who checks and who only reads come from the article to its sign-off, and back.', async ({
  newsroom,
}) => {
  const article = await newsroom.admin.api.article(story, { title: 'Software, on a phone' });
  for (const role of ['checker', 'viewer'] as const) {
    const { page } = await newsroom.join(role);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/articles/${article.id}`);
    const status = page.getByRole('button', { name: /^Status: / });
    await expect(status).toHaveCount(1);
    // The menu comes the moment the desk stands; before that there is only its button.
    await expect(status).toHaveAttribute('aria-haspopup', 'menu');
    await status.click();
    await page.getByRole('menuitem', { name: 'Sign-off' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sign-off' })).toBeVisible();
    await page.getByRole('link', { name: 'To the desk' }).click();
    await expect(articleText(page)).toBeVisible();
  }
});
