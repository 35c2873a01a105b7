import { allSaved, articleText, caretAfter, edit, openDesk, saved } from './desk';
import { test as base, expect, Newsroom } from './newsroom';

/** A newsroom that this test alone may kill. */
const test = base.extend<{ own: Newsroom }>({
  own: async ({ browser }, use) => {
    const own = await Newsroom.open(browser);
    await use(own);
    await own.close();
  },
});
const story = `The dyke at Aarn is 7 kilometres long.

It held in the flood of 1953.`;

test('what is written offline arrives when the network is back, under what a colleague wrote meanwhile, once', async ({
  newsroom,
}) => {
  const [ines, tom] = [await newsroom.join('editor', 'Ines Prado'), await newsroom.join('editor', 'Tom Yilmaz')];
  const article = await ines.api.article(story, { title: 'The dyke at Aarn' });
  await openDesk(ines.page, article);
  await openDesk(tom.page, article);
  await edit(ines.page);
  await edit(tom.page);
  await ines.page.context().setOffline(true);
  await expect(ines.page.getByText('You are offline.')).toBeVisible();
  await caretAfter(ines.page, 'The dyke at Aarn');
  await ines.page.keyboard.type(', built by hand,');
  await expect(saved(ines.page)).toHaveText(/1 change waits/);
  await caretAfter(tom.page, 'The dyke');
  await tom.page.keyboard.type(' and the sluice');
  await allSaved(tom.page);
  await expect(articleText(tom.page)).not.toContainText('built by hand');

  await ines.page.context().setOffline(false);
  for (const { page } of [ines, tom])
    await expect(articleText(page)).toContainText(
      'The dyke and the sluice at Aarn, built by hand, is 7 kilometres long.',
    );
  await allSaved(ines.page);
  expect(await ines.api.call<string>('GET', `/api/articles/${article.id}/text`)).toBe(
    'The dyke and the sluice at Aarn, built by hand, is 7 kilometres long.\nIt held in the flood of 1953.',
  );
});

test('what is written while the server is killed arrives when it is back, once', async ({ own }) => {
  const { page, api } = own.admin;
  const article = await api.article(story, { title: 'The dyke at Aarn' });
  await openDesk(page, article);
  await edit(page);
  await caretAfter(page, 'It held');
  await page.keyboard.type(' and held');
  await own.server.kill('SIGKILL');
  await page.keyboard.type(' again');
  await expect(page.getByText('The server does not answer.')).toBeVisible();
  await expect(saved(page)).toHaveText(/1 change waits/);
  await page.keyboard.type(' and again');
  await own.server.start();
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await allSaved(page);
  expect(await api.call<string>('GET', `/api/articles/${article.id}/text`)).toContain(
    'It held and held again and again in the flood',
  );
});

test('what was written to a dead server outlives the tab, and is written into the text as it is by then', async ({
  own,
}) => {
  const { page, api } = own.admin;
  const tom = await own.join('editor', 'Tom Yilmaz');
  const article = await api.article(story, { title: 'The dyke at Aarn' });
  await openDesk(page, article);
  await edit(page);
  await own.server.kill('SIGKILL');
  await caretAfter(page, 'It held');
  await page.keyboard.type(' and held');
  await expect(saved(page)).toHaveText(/1 change waits/);
  await page.close();

  await own.server.start();
  await openDesk(tom.page, article);
  await edit(tom.page);
  await caretAfter(tom.page, 'The dyke');
  await tom.page.keyboard.type(' and the sluice');
  await allSaved(tom.page);
  const again = await page.context().newPage();
  await openDesk(again, article);
  await expect(articleText(again)).toContainText('It held and held in the flood of 1953.');
  await expect(articleText(tom.page)).toContainText('It held and held in the flood of 1953.');
  await allSaved(again);
  expect(await api.call<string>('GET', `/api/articles/${article.id}/text`)).toBe(
    'The dyke and the sluice at Aarn is 7 kilometres long.\nIt held and held in the flood of 1953.',
  );
});
