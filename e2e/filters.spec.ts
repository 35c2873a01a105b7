import type { Page } from '@playwright/test';
import { card, openDesk } from './desk';
import { expect, type Newsroom, test } from './newsroom';

const story = `The line opened in 1911 and is 26 kilometres long. It cost 3 million crowns. Two stations burned in 1944.

Some 900 people ride it on a weekday. It is the finest line in the country.`;

/** Five claims: three of an editor's, two of a checker's; one in review, one approved, three with verdicts. */
async function arranged(newsroom: Newsroom) {
  const [editor, checker] = [await newsroom.join('editor'), await newsroom.join('checker')];
  const article = await editor.api.article(story, { title: 'The line' });
  const opened = await editor.api.claim(article.id, 'opened in 1911', { rationale: 'Gazette.', status: 'in-review' });
  // The editor approves it later, and so somebody else judges it.
  await checker.api.call('PATCH', `/api/claims/${opened.id}`, { verdict: 'true' }, { ifMatch: opened.revision });
  await editor.api.claim(article.id, 'is 26 kilometres long', { verdict: 'true' });
  await editor.api.claim(article.id, 'It cost 3 million crowns.');
  const burned = await checker.api.claim(article.id, 'Two stations burned in 1944.', {
    verdict: 'false',
    rationale: 'One.',
  });
  await checker.api.claim(article.id, 'Some 900 people ride it on a weekday.', { status: 'query' });
  await editor.api.call('POST', `/api/claims/${burned.id}/approve`);
  return { editor, checker, article };
}

const rail = (page: Page) => page.getByRole('navigation', { name: 'Claims' });
const filter = (page: Page, name: string, count: number) =>
  rail(page)
    .getByRole('list', { name: 'Which claims' })
    .getByRole('button', { name: `${name} ${count}`, exact: true });
const verdict = (page: Page, name: string) =>
  rail(page).getByRole('list', { name: 'By verdict' }).getByRole('button', { name });
const listed = (page: Page) => rail(page).getByRole('link');

test('each filter says how many claims it lets through, and lets those through', async ({ newsroom }) => {
  const { editor, checker, article } = await arranged(newsroom);
  const { page } = editor;
  await openDesk(page, article);
  await expect(listed(page)).toHaveCount(5);
  for (const [name, shown] of [
    ['Open', ['is 26 kilometres long', 'It cost 3 million crowns.', 'Some 900 people ride it on a weekday.']],
    ['In review', ['opened in 1911']],
    ['Done', ['Two stations burned in 1944.']],
    ['Mine', ['opened in 1911', 'is 26 kilometres long', 'It cost 3 million crowns.']],
  ] as const) {
    await filter(page, name, shown.length).click();
    await expect(filter(page, name, shown.length)).toHaveAttribute('aria-pressed', 'true');
    await expect(listed(page)).toHaveCount(shown.length);
    for (const words of shown) await expect(rail(page).getByRole('link', { name: words })).toBeVisible();
    await expect(page.getByRole('complementary').getByRole('button', { name: /^Claim \d/ })).toHaveCount(shown.length);
  }
  await filter(page, 'All', 5).click();
  await expect(listed(page)).toHaveCount(5);

  await openDesk(checker.page, article);
  await filter(checker.page, 'Mine', 2).click();
  await expect(listed(checker.page)).toHaveCount(2);
});

test('verdicts narrow the list further, and J and K walk what is left', async ({ newsroom }) => {
  const { editor, article } = await arranged(newsroom);
  const { page } = editor;
  await openDesk(page, article);
  await verdict(page, 'True: 2 claims').click();
  await expect(listed(page)).toHaveCount(2);
  await page.keyboard.press('j');
  await expect(card(page)).toHaveAccessibleName(/opened in 1911/);
  await page.keyboard.press('j');
  await expect(card(page)).toHaveAccessibleName(/is 26 kilometres long/);
  await page.keyboard.press('k');
  await expect(card(page)).toHaveAccessibleName(/opened in 1911/);
  await verdict(page, 'True: 2 claims').click();
  await verdict(page, 'No verdict: 2 claims').click();
  await expect(listed(page)).toHaveCount(2);
  await filter(page, 'Mine', 3).click();
  await expect(verdict(page, 'No verdict: 1 claim')).toBeVisible();
});

test('counts follow the work', async ({ newsroom }) => {
  const { editor, article } = await arranged(newsroom);
  const { page } = editor;
  await openDesk(page, article);
  await rail(page).getByRole('link', { name: 'opened in 1911' }).click();
  await card(page).getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(filter(page, 'In review', 0)).toBeVisible();
  await expect(filter(page, 'Done', 2)).toBeVisible();
});
