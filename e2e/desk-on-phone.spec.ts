import { openDesk } from './desk';
import { expect, test } from './newsroom';

test('On a phone the bar of the desk shows a title whole, and its text is edited and checked again by one button.', async ({
  newsroom,
}) => {
  const { page, api } = await newsroom.join('editor');
  const title = 'Trump and Takaichi sign rare earths deal in Tokyo';
  const article = await api.article('The dam was built in 1931.', { title });
  await openDesk(page, article);
  await page.setViewportSize({ width: 390, height: 844 });
  const bar = page.getByRole('banner');

  const words = bar.getByRole('button', { name: title });
  expect(await words.evaluate((element) => element.scrollHeight - element.clientHeight)).toBe(0);
  for (const button of await bar.getByRole('button').all()) {
    const box = await button.boundingBox();
    expect(Math.min(box!.width, box!.height)).toBeGreaterThanOrEqual(24);
    expect(box!.x + box!.width).toBeLessThanOrEqual(390);
  }

  const edit = bar.getByRole('button', { name: 'Edit the text' });
  const strip = page.getByText('Editing the text.');
  await expect(edit).toHaveAttribute('aria-pressed', 'false');
  await edit.click();
  await expect(edit).toHaveAttribute('aria-pressed', 'true');
  await expect(strip).toBeVisible();
  await edit.click();
  await expect(edit).toHaveAttribute('aria-pressed', 'false');
  await expect(strip).toHaveCount(0);

  await words.click();
  const field = bar.getByRole('textbox');
  expect((await field.boundingBox())!.width).toBeGreaterThan(340);
  await field.fill('A deal in Tokyo');
  await field.press('Enter');
  await expect(bar.getByRole('button', { name: 'A deal in Tokyo' })).toBeFocused();
});
