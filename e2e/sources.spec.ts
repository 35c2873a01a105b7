import { allSaved, card, openDesk } from './desk';
import { expect, test } from './newsroom';

test('A page that the newsroom has already is offered instead of doubled, however its address is written.', async ({
  newsroom,
}) => {
  const { page, api } = await newsroom.join('checker');
  const known = await api.call<{ id: string }>('POST', '/api/sources', {
    kind: 'web',
    title: 'Port statistics, first quarter',
    url: 'https://www.port.example/stats/q1?b=2&a=1',
  });
  const article = await newsroom.admin.api.article('The port handled 70,000 boxes in March.', { title: 'Boxes' });
  const claim = await api.claim(article.id, '70,000 boxes');
  await openDesk(page, article);
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText('http://port.example/stats/q1/?a=1&b=2&utm_medium=mail#top'));
  await page.keyboard.press('Control+V');
  const offered = card(page).getByRole('option', { name: /Port statistics, first quarter/ });
  await expect(offered).toContainText('You have this page already');
  await expect(card(page).getByText('No sources yet.')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(card(page).getByRole('link', { name: 'Port statistics, first quarter' })).toBeVisible();
  await allSaved(page);
  const { citations } = await api.call<{ citations: { sourceId: string }[] }>('GET', `/api/claims/${claim.id}`);
  expect(citations.map(({ sourceId }) => sourceId)).toEqual([known.id]);
});

test('A source shows every claim that stands on it, leads to each, and saves what is changed by itself.', async ({
  newsroom,
}) => {
  const { page, api } = await newsroom.join('editor');
  const source = await api.call<{ id: string }>('POST', '/api/sources', { kind: 'book', title: 'A History of Tides' });
  for (const [title, exact, stance] of [
    ['Spring tides', 'higher by a metre', 'supports'],
    ['Neap tides', 'lower by a metre', 'refutes'],
  ]) {
    const article = await api.article(`The water was ${exact}, a pilot said.`, { title });
    const claim = await api.claim(article.id, exact!, { verdict: 'true' });
    await api.call('POST', `/api/claims/${claim.id}/citations`, { sourceId: source.id, stance });
  }
  await page.goto('/sources');
  await page.getByRole('link', { name: /A History of Tides/ }).click();
  const open = page.getByRole('article', { name: 'A History of Tides' });
  await expect(open.getByRole('listitem').filter({ hasText: 'higher by a metre' })).toContainText('Supports');
  await expect(open.getByRole('listitem').filter({ hasText: 'lower by a metre' })).toContainText('Refutes');

  await open.getByLabel('Author').fill('Ines Roth');
  await open.getByLabel('Title').fill('A Short History of Tides');
  const renamed = page.getByRole('article', { name: 'A Short History of Tides' });
  await expect(renamed.getByRole('status').filter({ hasText: 'Saved' })).toHaveCount(2);
  expect(await api.call('GET', `/api/sources/${source.id}`)).toMatchObject({
    title: 'A Short History of Tides',
    author: 'Ines Roth',
  });

  await renamed.getByRole('link', { name: 'lower by a metre' }).click();
  await expect(card(page)).toHaveAccessibleName('Claim 1 of 1, True: lower by a metre');
});

test('Whom somebody meant to try again stands in their own work, and leads to the log, until they were tried.', async ({
  newsroom,
}) => {
  const { page, api } = await newsroom.join('checker');
  await page.goto('/work');
  await expect(page.getByRole('region', { name: 'To try again' })).toHaveCount(0);
  const { id } = await api.call<{ id: string }>('POST', '/api/sources', { kind: 'interview', title: 'The pilot' });
  const tried = { channel: 'phone', who: 'Ane Holt', at: '2026-03-01T10:00:00Z', outcome: 'No answer' };
  const log = (more: object) => api.call('POST', `/api/sources/${id}/contacts`, { ...tried, ...more });
  await log({ nextTry: '2026-03-02T10:00:00Z' });
  await log({ who: 'Bo Lind', nextTry: new Date(Date.now() + 48 * 3_600_000).toISOString() });

  await page.reload();
  const due = page.getByRole('region', { name: 'To try again' }).getByRole('listitem');
  await expect(due).toHaveCount(1);
  await expect(due).toContainText('No answer');
  await expect(page.getByRole('link', { name: 'My work, one thing to do' })).toBeVisible();
  const colleague = await newsroom.join('checker');
  await colleague.page.goto('/work');
  await expect(colleague.page.getByText('Nothing waits for you')).toBeVisible();

  await due.getByRole('link', { name: 'Ane Holt' }).click();
  const open = page.getByRole('article', { name: 'The pilot' });
  await expect(open.getByText('Due: try again')).toBeInViewport();
  await open.getByRole('button', { name: 'Log a contact' }).click();
  await open.getByLabel('Who was tried').fill('Ane Holt');
  await open.getByLabel('What came of it').fill('She confirms the depth.');
  await open.getByRole('button', { name: 'Log a contact' }).click();
  await expect(open.getByText('She confirms the depth.')).toBeVisible();
  await expect(open.getByText('Due: try again')).toHaveCount(0);
  await page.goto('/work');
  await expect(page.getByText('Nothing waits for you')).toBeVisible();
});

test('Merging a double says what comes of it, and is taken back from the toast: both sources are as they were.', async ({
  newsroom,
}) => {
  const { page, api } = await newsroom.join('editor');
  const made = (title: string) => api.call<{ id: string }>('POST', '/api/sources', { kind: 'book', title });
  const [double, stays] = [await made('Almanac of the bay'), await made('The bay almanac, third edition')];
  const article = await api.article('The bay silted up in 1902.', { title: 'Silt' });
  const claim = await api.claim(article.id, 'silted up in 1902');
  await api.call('POST', `/api/claims/${claim.id}/citations`, { sourceId: double.id, stance: 'supports' });
  const citedNow = async () =>
    (await api.call<{ citations: { sourceId: string }[] }>('GET', `/api/claims/${claim.id}`)).citations[0]!.sourceId;

  await page.goto(`/sources?id=${double.id}`);
  await page.getByRole('button', { name: 'Merge into another' }).click();
  const merging = page.getByRole('dialog', { name: 'Merge a double' });
  await merging.getByLabel('Find the source that stays').fill('third edition');
  await merging.getByRole('radio', { name: 'The bay almanac, third edition' }).check();
  await expect(merging).toContainText('You can take it back until something else is done with either.');
  await merging.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'The bay almanac, third edition' })).toBeVisible();
  expect(await citedNow()).toBe(stays.id);

  await page.locator('.toast', { hasText: 'Merged into' }).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('“Almanac of the bay” is a source of its own again')).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Almanac of the bay' })).toBeVisible();
  expect(await citedNow()).toBe(double.id);
  await expect(page.getByRole('article').getByRole('link', { name: 'silted up in 1902' })).toBeVisible();
});

test('While no source is open the page says how many are worth a look and of which kind, and each line narrows the list.', async ({
  newsroom,
}) => {
  const { page, api } = await newsroom.join('editor');
  const { id } = await api.call<{ id: string }>('POST', '/api/sources', { kind: 'dataset', title: 'Forged tables' });
  await api.call(
    'POST',
    `/api/sources/${id}/standing`,
    { standing: 'fallen', reason: 'Made up.' },
    { status: 200, ifMatch: 1 },
  );
  await page.goto('/sources');
  const glance = page.getByRole('complementary', { name: 'At a glance' });
  const list = page.getByRole('navigation', { name: 'Sources' });
  await glance.getByRole('link', { name: /^Fallen/ }).click();
  await expect(page).toHaveURL(/standing=fallen/);
  await expect(list.getByRole('link', { name: /Forged tables/ })).toBeVisible();
  await expect(glance.getByRole('link', { name: /^Fallen/ })).toHaveAttribute('aria-current', 'true');
  const kind = glance.getByRole('link', { name: /^Dataset/ });
  const count = Number((await kind.textContent())!.replace('Dataset', ''));
  await kind.click();
  await expect(list.getByRole('link')).toHaveCount(count);
  await list.getByRole('link', { name: /Forged tables/ }).click();
  await expect(page.getByRole('article', { name: 'Forged tables' })).toBeVisible();
  await expect(glance).toHaveCount(0);
});
