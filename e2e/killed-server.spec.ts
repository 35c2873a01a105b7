import type { Claim } from '../core/claim/claim';
import { allSaved, articleText, card, mark, openDesk, rationale, saved } from './desk';
import { test as base, expect, Newsroom } from './newsroom';

/** A newsroom that this test alone may kill. */
const test = base.extend<{ own: Newsroom }>({
  own: async ({ browser }, use) => {
    const own = await Newsroom.open(browser);
    await use(own);
    await own.close();
  },
});
const story = `The ferry to Lunde sank in 1962 with 14 people on board.

Nine of them were saved by a trawler from Hvide Sande.`;

test('what a person types while the server is killed arrives when it is back, once', async ({ own }) => {
  const { page, api } = own.admin;
  const article = await api.article(story, { title: 'The Lunde ferry' });
  const claim = await api.claim(article.id, 'sank in 1962');
  await openDesk(page, article, claim.id);
  await rationale(page).click();
  await rationale(page).pressSequentially('The harbour log has ', { delay: 5 });
  await own.server.kill('SIGKILL');
  await rationale(page).pressSequentially('3 March 1963, ', { delay: 5 });
  await expect(card(page).getByText('Waiting for the server')).toBeVisible();
  await expect(page.getByText('The server does not answer.')).toBeVisible();
  await expect(saved(page)).toHaveText(/1 change waits/);
  await rationale(page).pressSequentially('not 1962.', { delay: 5 });
  await page.keyboard.press('Escape');
  await mark(page, 'Nine of them were saved', '1');
  await expect(page.getByText('Claim 2 of 2')).toBeVisible();

  await own.server.start();
  // Who looks at the window again need not wait for the desk's next try.
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect(saved(page)).toHaveText('Saved');
  const { items } = await api.call<{ items: Claim[] }>('GET', `/api/articles/${article.id}/claims`);
  expect(items.map(({ rationale: reason, verdict, anchors }) => [anchors[0]?.exact, verdict, reason])).toEqual([
    ['sank in 1962', null, 'The harbour log has 3 March 1963, not 1962.'],
    ['Nine of them were saved', 'true', null],
  ]);
});

test('what was typed to a dead server outlives the tab', async ({ own }) => {
  const { page, api } = own.admin;
  const article = await api.article(story, { title: 'The Lunde ferry' });
  const claim = await api.claim(article.id, 'sank in 1962');
  await openDesk(page, article, claim.id);
  await own.server.kill('SIGKILL');
  await rationale(page).fill('The harbour log has 3 March 1963.');
  await expect(saved(page)).toHaveText(/1 change waits/);
  await page.close();

  await own.server.start();
  const again = await page.context().newPage();
  await again.goto('/');
  const unsent = again.getByText('1 change not sent yet: open it to send');
  await expect(unsent).toBeVisible();
  await openDesk(again, article, claim.id);
  await expect(card(again)).toContainText('The harbour log has 3 March 1963.');
  await expect(articleText(again)).toBeVisible();
  await expect
    .poll(async () => (await api.call<Claim>('GET', `/api/claims/${claim.id}`)).rationale)
    .toBe('The harbour log has 3 March 1963.');
  await allSaved(again);
  await again.goto('/');
  await expect(again.getByRole('link', { name: article.title })).toBeVisible();
  await expect(unsent).toHaveCount(0);
});
