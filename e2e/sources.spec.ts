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
