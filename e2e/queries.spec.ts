import type { Locator, Page } from '@playwright/test';
import type { Claim } from '../core/claim/claim';
import { audit } from './audit';
import { card, openDesk, row, talk } from './desk';
import { expect, test } from './newsroom';

const story = `The ferry to Skerry Island sank in 1911 with 42 people on board. Nobody was ever charged.

Its bell hangs in the harbour church.`;

const box = (page: Page): Locator => talk(page).getByRole('textbox', { name: 'Comment', exact: true });
const bell = (page: Page): Locator => page.getByRole('banner').getByRole('button', { name: /^News/ });
const approve = (page: Page): Locator => card(page).getByRole('button', { name: 'Approve', exact: true });

test('a query holds approval until it is answered, and both hear of it', async ({ newsroom }) => {
  const [ines, tom] = [await newsroom.join('editor', 'Ines Prado'), await newsroom.join('checker', 'Tom Okonjo')];
  const article = await ines.api.article(story, { title: 'The ferry' });
  const claim = await tom.api.claim(article.id, 'with 42 people on board', { verdict: 'true', rationale: 'Inquest.' });
  await tom.api.call('PATCH', `/api/claims/${claim.id}`, { status: 'in-review' }, { ifMatch: 1 });
  await openDesk(ines.page, article, claim.id);

  await test.step('One asks, by keyboard alone, and names whom they ask', async () => {
    const { keyboard } = ines.page;
    await card(ines.page).focus();
    await keyboard.press('m');
    await expect(box(ines.page)).toBeFocused();
    await keyboard.type('Which inquest was that, @oko');
    const names = talk(ines.page).getByRole('listbox', { name: 'People to mention' });
    await expect(names.getByRole('option', { name: 'Tom Okonjo' })).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('Enter');
    await expect(names).toBeHidden();
    await expect(box(ines.page)).toHaveValue('Which inquest was that, @Tom Okonjo ');
    await keyboard.press('Tab');
    await keyboard.press('ArrowRight');
    await expect(talk(ines.page).getByRole('radio', { name: 'Query' })).toBeChecked();
    await keyboard.press('Tab');
    await keyboard.type('Tom O');
    await expect(talk(ines.page).getByRole('combobox', { name: 'To whom' }).locator('option:checked')).toHaveText(
      /^Tom Okonjo/,
    );
    await talk(ines.page).getByRole('button', { name: 'Ask' }).press('Enter');
    await expect(talk(ines.page)).toContainText('Query to Tom Okonjo');
    await expect(talk(ines.page).locator('.mention')).toHaveText('@Tom Okonjo');
  });

  await test.step('The claim cannot be approved, and a sentence leads to why', async () => {
    await expect(row(ines.page, 'with 42 people on board')).toContainText('A query waits for an answer');
    const sentence = card(ines.page).getByText('Then the claim can be approved');
    await sentence.getByRole('button', { name: 'A query to Tom Okonjo' }).click();
    await expect(talk(ines.page).getByRole('listitem').filter({ hasText: 'Which inquest' }).last()).toBeFocused();
    await ines.page.keyboard.press('a');
    await expect.poll(async () => (await ines.api.call<Claim>('GET', `/api/claims/${claim.id}`)).status).toBe('query');
    await audit(ines.page, 'a query that waits');
  });

  await test.step('The other finds it behind the bell, and answers', async () => {
    await tom.page.goto('/');
    await expect(bell(tom.page)).toHaveAccessibleName('News, 1 unread');
    await bell(tom.page).click();
    const news = tom.page.getByRole('dialog', { name: 'News' });
    await expect(news.getByRole('link')).toContainText('Ines Prado put a query to you');
    await audit(tom.page, 'the news');
    await news.getByRole('link').click();
    await expect(card(tom.page)).toBeVisible({ timeout: 15_000 });
    await expect(bell(tom.page)).toHaveAccessibleName('News');
    await talk(tom.page).getByRole('button', { name: 'Reply' }).click();
    await talk(tom.page).getByRole('textbox', { name: 'Your reply' }).fill('That of 1912.');
    await talk(tom.page).getByRole('button', { name: 'Reply' }).click();
    await expect(talk(tom.page)).toContainText('answered by Tom Okonjo');
  });

  await test.step('Who asked hears at once, and the claim is approved', async () => {
    await expect(ines.page.getByRole('status').filter({ hasText: 'Tom Okonjo answered on claim 1' })).toBeAttached();
    await expect(bell(ines.page)).toHaveAccessibleName('News, 1 unread');
    await expect(talk(ines.page)).toContainText('answered by Tom Okonjo');
    await card(ines.page).getByRole('button', { name: 'Send to review' }).click();
    await approve(ines.page).click();
    await expect
      .poll(async () => (await ines.api.call<Claim>('GET', `/api/claims/${claim.id}`)).status)
      .toBe('approved');
  });
});
