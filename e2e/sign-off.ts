import type { Locator, Page } from '@playwright/test';

/** Goes from an article's desk to its sign-off. */
export async function openSignOff(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Status: / }).click();
  await page.getByRole('menuitem', { name: 'Sign-off' }).click();
}

/** What holds the sign-off up, of one kind, by what the page calls it. */
export const blockers = (page: Page, heading: string | RegExp): Locator =>
  page.locator('.blockers').filter({ has: page.getByRole('heading', { name: heading }) });
