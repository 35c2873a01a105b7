import type { Page } from '@playwright/test';
import { card, clickWords, openDesk } from './desk';
import { expect, test } from './newsroom';

const text = `The ferry company signed a contract with three shipyards on 4 March 2024, and the first of nine vessels was delivered in spring.

A twelve-month trial begins at the north quay. It ends when winter comes.

Nobody has asked the islanders yet.`;

/** In reading order: where they begin, the longer first where two begin at one place. */
const spans = {
  outer: 'signed a contract with three shipyards on 4 March 2024',
  nested: 'three shipyards',
  crossing: 'on 4 March 2024, and the first of nine vessels',
  before: 'A twelve',
  after: '-month trial',
  across: 'It ends when winter comes.\nNobody has asked the islanders yet.',
};
const order = Object.values(spans);

const opened = (page: Page, words: string) =>
  expect(card(page)).toHaveAccessibleName(`Claim ${order.indexOf(words) + 1} of 6, No verdict: ${words}`);

test.describe('Spans that overlap, lie in one another, touch, or cross paragraphs are each reached', () => {
  let page: Page;
  test.beforeEach(async ({ newsroom }) => {
    const checker = await newsroom.join('editor');
    page = checker.page;
    const article = await checker.api.article(text, { title: 'Ferries' });
    for (const exact of order) await checker.api.claim(article.id, exact);
    await openDesk(page, article);
  });

  test('by a press on words that only they have', async () => {
    const alone = {
      outer: 'signed a contract',
      crossing: 'first of nine',
      before: 'A twelve',
      after: '-month',
      across: 'islanders',
    };
    for (const [span, words] of Object.entries(alone)) {
      await clickWords(page, words);
      await opened(page, spans[span as keyof typeof spans]);
    }
  });

  test('by a second press on words that several have: the shortest first, then the one around it, then the first again', async () => {
    // At some distance from each other, since two quick presses at one point are a double-click, which selects a word.
    await clickWords(page, 'shipyards');
    await opened(page, spans.nested);
    await clickWords(page, 'three');
    await opened(page, spans.outer);
    await clickWords(page, 'shipyards');
    await opened(page, spans.nested);
    await clickWords(page, 'March');
    await opened(page, spans.crossing);
    await clickWords(page, '2024');
    await opened(page, spans.outer);
  });

  test('by J and K, in reading order and back', async () => {
    await clickWords(page, 'signed a contract');
    for (const words of order.slice(1)) {
      await page.keyboard.press('j');
      await opened(page, words);
    }
    for (const words of order.slice(0, -1).reverse()) {
      await page.keyboard.press('k');
      await opened(page, words);
    }
  });

  test('from the list of claims', async () => {
    const list = page.getByRole('navigation', { name: 'Claims' });
    await expect(list.getByRole('link')).toHaveCount(order.length);
    for (const words of [...order].reverse()) {
      const row = list.getByRole('link').nth(order.indexOf(words));
      await expect(row).toContainText(words.replace('\n', ' '));
      await row.click();
      await opened(page, words);
    }
  });
});
