import { expect, test } from './newsroom';

test('The settings name their parts beside them and lead to each; what a person can change comes first.', async ({
  newsroom,
}) => {
  const { page } = newsroom.admin;
  await page.goto('/settings');
  const index = page.getByRole('navigation', { name: 'On this page' });
  const parts = ['Name', 'Rules', 'Scales', 'One-time codes', 'This browser', 'News by mail', 'Access tokens'];
  await expect(index.getByRole('link')).toHaveText(parts);
  const tokens = page.getByRole('heading', { name: 'Access tokens' });
  await expect(tokens).not.toBeInViewport();
  await index.getByRole('link', { name: 'Access tokens' }).click();
  await expect(tokens).toBeInViewport();
  await index.getByRole('link', { name: 'Scales' }).click();
  await expect(page.getByRole('heading', { name: 'Scales' })).toBeInViewport();

  const checker = await newsroom.join('checker');
  await checker.page.goto('/settings');
  const own = checker.page.getByRole('navigation', { name: 'On this page' });
  await expect(own.getByRole('link')).toHaveText([...parts.slice(3), 'Rules', 'Scales']);
  await expect(checker.page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([
    ...parts.slice(3),
    'Rules',
    'Scales',
  ]);
});
