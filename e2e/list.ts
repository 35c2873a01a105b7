import { expect, type JSHandle, type Page } from '@playwright/test';

/** Holds a file over the list until it says that it would take it: a page is drawn before it hears. */
export async function holdOver(page: Page, dropped: JSHandle<DataTransfer>): Promise<void> {
  await expect(async () => {
    await page.dispatchEvent('body', 'dragover', { dataTransfer: dropped });
    await expect(page.getByText('Let go to bring it in')).toBeVisible({ timeout: 500 });
  }).toPass();
}

/** Waits until the list hears what is pasted and dropped. */
export async function listHears(page: Page): Promise<void> {
  const nothing = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['-'], 'a.txt'));
    return data;
  });
  await holdOver(page, nothing);
  await page.dispatchEvent('html', 'dragleave', { dataTransfer: nothing });
  await expect(page.getByText('Let go to bring it in')).toBeHidden();
}
