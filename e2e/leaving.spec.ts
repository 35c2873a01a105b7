import { expect, Newsroom, test } from './newsroom';

test('Before an account is closed, an admin reads that articles only its owner may open become theirs; and they do.', async ({
  browser,
}) => {
  const newsroom = await Newsroom.open(browser);
  const { page, api } = newsroom.admin;
  const editor = await newsroom.join('editor', 'Ines Duarte');
  const article = await editor.api.article('The harbour master paid twice.', { title: 'Paid twice' });
  const access = { kind: 'restricted', people: [] };
  await editor.api.call('PATCH', `/api/articles/${article.id}`, { access }, { ifMatch: article.revision });
  await api.call('GET', `/api/articles/${article.id}`, undefined, { status: 404 });

  await page.goto('/people');
  await page.getByRole('button', { name: 'More for Ines Duarte' }).click();
  await page.getByRole('menuitem', { name: 'Deactivate' }).click();
  const asked = page.getByRole('dialog', { name: 'Deactivate Ines Duarte?' });
  await expect(asked).toContainText('One restricted article is open to nobody else: it will be open to you');
  await asked.getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.getByText('Ines Duarte is deactivated')).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Paid twice' })).toBeVisible();

  // Nobody would be left: the admin's own account is not closed before somebody else is let in.
  await page.goto('/people');
  await page.getByRole('button', { name: 'More for Maya Osei' }).click();
  await page.getByRole('menuitem', { name: 'Deactivate' }).click();
  const own = page.getByRole('dialog', { name: 'Deactivate Maya Osei?' });
  await expect(own).toContainText('Let somebody else into it first.');
  await expect(own.getByRole('button', { name: 'Deactivate' })).toBeDisabled();
  await newsroom.close();
});
