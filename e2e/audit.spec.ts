import fs from 'node:fs';
import { expect, test } from './newsroom';

test('An editor finds out in the audit who said what of a claim, goes there, and takes the article’s whole record along.', async ({
  newsroom,
}) => {
  const editor = await newsroom.join('editor', 'Noor Haddad');
  const checker = await newsroom.join('checker', 'Jonas Lind');
  const article = await editor.api.article('The ferry carried 900 people a day in 1961.', { title: 'The last ferry' });
  const claim = await checker.api.claim(article.id, '900 people a day', { verdict: 'true' });
  await checker.api.call('PATCH', `/api/claims/${claim.id}`, { verdict: 'false' }, { ifMatch: claim.revision });
  const { page } = editor;

  await page.goto('/');
  await page.getByRole('button', { name: /Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'Audit' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Audit' })).toBeVisible();

  await page.getByLabel('Who').selectOption('Jonas Lind');
  await page.getByLabel('About').selectOption('Claims');
  await page.getByRole('button', { name: 'Find' }).click();
  const lines = page.getByRole('main').getByRole('listitem');
  await expect(lines.first()).toContainText('Jonas Lind changed the verdict from True to False');
  await expect(lines).toHaveCount(2);

  await page.goto(`/audit?article=${article.id}`);
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as JSON lines' }).click();
  const record = fs
    .readFileSync(await (await coming).path(), 'utf8')
    .trimEnd()
    .split('\n');
  expect(record.map((line) => JSON.parse(line).kind)).toEqual(['article.created', 'claim.created', 'claim.changed']);

  await page
    .getByRole('link', { name: /900 people a day/ })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`/articles/${article.id}#claim-${claim.id}`));

  await checker.page.goto('/audit');
  await expect(checker.page.getByRole('heading', { name: 'Audit' })).toHaveCount(0);
});
