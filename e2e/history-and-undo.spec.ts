import { allSaved, card, openDesk } from './desk';
import { expect, test } from './newsroom';

const text = `The lighthouse at Skarv was lit in 1887. Its lamp is seen for 21 miles.

It has had no keeper since 1994.`;

test('What happened to a claim is told in sentences: who did what, and what stood there before.', async ({
  newsroom,
}) => {
  const { page, api } = await newsroom.join('editor', 'Ruth Adeyemi');
  const article = await api.article(text, { title: 'Skarv' });
  await api.claim(article.id, 'lit in 1887');
  await openDesk(page, article);
  await page.keyboard.press('j');
  await page.keyboard.press('5');
  await allSaved(page);
  await page.keyboard.press('2');
  await card(page).getByLabel('Rationale').fill('The logbook begins in 1888.');
  await card(page).getByLabel('Severity').selectOption('Minor');
  await card(page).getByRole('button', { name: 'In review' }).click();
  await allSaved(page);
  await card(page).getByRole('button', { name: 'History' }).click();
  const told = page.getByRole('dialog', { name: 'History of claim 1' }).getByRole('listitem');
  await expect(told.first()).toContainText('Ruth Adeyemi');
  await expect(told).toContainText([
    'Ruth Adeyemi moved the claim from Open to In review',
    'Ruth Adeyemi set the severity to Minor',
    'Ruth Adeyemi wrote the rationale',
    'Ruth Adeyemi changed the verdict from False to Mostly true',
    'Ruth Adeyemi gave the verdict False',
    'marked the claim',
  ]);
  await expect(told.filter({ hasText: 'wrote the rationale' })).toContainText('The logbook begins in 1888.');
  await expect(told.filter({ hasText: 'marked the claim' })).toContainText('lit in 1887');
});

test('A claim that is removed comes back whole with Undo, and with Ctrl+Z.', async ({ newsroom }) => {
  const { page, api } = await newsroom.join('checker');
  const article = await newsroom.admin.api.article(text, { title: 'Skarv, twice' });
  const claim = await api.claim(article.id, '21 miles', { verdict: 'false', rationale: 'Nineteen.' });
  await api.call('POST', `/api/claims/${claim.id}/citations`, {
    source: { kind: 'book', title: 'List of Lights' },
    stance: 'refutes',
  });
  const remove = async () => {
    await card(page).getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Remove claim' }).click();
    await page
      .getByRole('dialog', { name: /^Remove/ })
      .getByRole('button', { name: 'Remove claim' })
      .click();
    await expect(page.getByText('Claim removed')).toBeVisible();
    await expect(card(page)).toHaveCount(0);
  };
  await openDesk(page, article);
  await page.keyboard.press('j');
  await remove();
  await allSaved(page);
  expect((await api.answer('GET', `/api/claims/${claim.id}`)).status()).toBe(404);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(card(page)).toHaveAccessibleName('Claim 1 of 1, False: 21 miles');
  await expect(card(page)).toContainText('List of Lights');
  await allSaved(page);
  expect(await api.call('GET', `/api/claims/${claim.id}`)).toMatchObject({ verdict: 'false', rationale: 'Nineteen.' });

  await remove();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('navigation', { name: 'Claims' }).getByRole('link')).toHaveAccessibleName(
    /^False 21 miles/,
  );
  await allSaved(page);
  expect((await api.answer('GET', `/api/claims/${claim.id}`)).status()).toBe(200);
});

test('An article goes to the bin and comes back from it with its claims.', async ({ newsroom }) => {
  const { page, api } = await newsroom.join('editor');
  const article = await api.article(text, { title: 'Skarv goes dark' });
  await api.claim(article.id, 'no keeper since 1994');
  const row = page.getByRole('listitem').filter({ hasText: 'Skarv goes dark' });
  const act = async (name: string) => {
    await row.getByRole('button', { name: 'More for “Skarv goes dark”' }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };
  await page.goto('/');
  await act('Move to the bin');
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toHaveCount(1);

  await act('Move to the bin');
  await expect(row).toHaveCount(0);
  // Its address still tells whoever may bring it back where it is.
  await page.goto(`/articles/${article.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Skarv goes dark');
  await expect(page.getByRole('button', { name: 'Restore' })).toBeVisible();
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Show' }).getByRole('link', { name: /^Bin/ }).click();
  await act('Restore');
  await expect(row).toHaveCount(0);
  await openDesk(page, article);
  await expect(page.getByRole('navigation', { name: 'Claims' }).getByRole('link')).toHaveText(/no keeper since 1994/);
});
