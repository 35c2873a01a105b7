import { expect, type Page } from '@playwright/test';
import { allSaved, card, deskReady, row } from './desk';

/** Opens a thing to do from My work. */
export async function take(page: Page, words: string): Promise<void> {
  if (new URL(page.url()).pathname !== '/work') await page.goto('/work');
  await page.getByRole('main').getByRole('link', { name: words }).click();
  await deskReady(page);
  await expect(card(page)).toHaveAccessibleName(new RegExp(words));
}

/** Opens a claim from the list beside the text. */
export async function openClaim(page: Page, words: string): Promise<void> {
  await row(page, words).click();
  await expect(card(page)).toHaveAccessibleName(new RegExp(words));
}

/** Judges the open claim. */
export async function judge(page: Page, verdict: string, why?: string): Promise<void> {
  await card(page).getByRole('radio', { name: verdict, exact: true }).click();
  if (why) await card(page).getByLabel('Rationale').fill(why);
}

/** Sends the open claim to its reviewer. */
export async function review(page: Page): Promise<void> {
  await card(page).getByRole('button', { name: 'Send to review' }).click();
  await allSaved(page);
}

/** Cites a source that has no address, filled in by hand, as one that supports the verdict. */
export async function cite(
  page: Page,
  { title, quote, note, confidential }: { title: string; quote: string; note?: string; confidential?: boolean },
): Promise<void> {
  await card(page).getByRole('button', { name: 'Add source' }).click();
  await card(page).getByRole('button', { name: 'By hand' }).click();
  const form = page.getByRole('dialog', { name: 'Add a source by hand' });
  await form.getByRole('textbox', { name: 'Title' }).fill(title);
  if (confidential) await form.getByRole('checkbox', { name: /^Confidential/ }).check();
  await form.getByRole('button', { name: 'Add source' }).click();
  await card(page).getByRole('radio', { name: 'Supports' }).check();
  await card(page).getByLabel('Its very words').fill(quote);
  if (note) await card(page).getByLabel('Note', { exact: true }).fill(note);
  await card(page).getByRole('button', { name: 'Done' }).click();
}
