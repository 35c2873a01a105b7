import { expect, type Locator, type Page } from '@playwright/test';

/** Opens an article's desk, at a claim if one is named, and waits until it answers to keys and presses. */
export async function openDesk(page: Page, article: { id: string }, claimId?: string): Promise<void> {
  await page.goto(`/articles/${article.id}${claimId ? `#claim-${claimId}` : ''}`);
  await deskReady(page);
  if (claimId) await expect(card(page)).toBeVisible();
}

/** The desk is live once the coverage, which the page finds out for itself, is known. */
export async function deskReady(page: Page): Promise<void> {
  await expect(page.locator('.coverage[data-known]')).toBeVisible({ timeout: 30_000 });
}

/** The text of the article, as a person reads it. */
export const articleText = (page: Page): Locator => page.getByRole('textbox', { name: /^Text of the article/ });
/** The open claim's card. */
export const card = (page: Page): Locator => page.getByRole('article', { name: /^Claim \d+ of \d+/ });
/** The claims' notes at rest, beside the text. */
export const notes = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'Claims beside the text' }).getByRole('button', { name: /^Claim \d/ });
export const rationale = (page: Page): Locator => card(page).getByRole('textbox', { name: 'Rationale' });
/** The part of the open card where people speak with one another. */
export const talk = (page: Page): Locator => card(page).getByRole('region', { name: 'Comments' });
/** What the desk's head says of everything typed. */
export const saved = (page: Page): Locator => page.locator('.saved');
/** A claim's line in the list beside the text. */
export const row = (page: Page, words: string): Locator =>
  page.getByRole('navigation', { name: 'Claims' }).getByRole('link', { name: words });

/** Nothing at this desk waits for the server. */
export async function allSaved(page: Page): Promise<void> {
  await expect(page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible();
}

/** Puts a query about the open claim to somebody, by the name that the desk offers. */
export async function putQuery(page: Page, body: string, to: string): Promise<void> {
  await talk(page).getByRole('textbox', { name: 'Comment', exact: true }).fill(body);
  await talk(page).getByRole('radio', { name: 'Query' }).check();
  await talk(page).getByRole('combobox', { name: 'To whom' }).selectOption({ label: to });
  await talk(page).getByRole('button', { name: 'Ask', exact: true }).click();
}

/** Selects words of the article, to act on them; `nth` (from 0) says in which of several places. */
export async function selectWords(page: Page, words: string, nth = 0): Promise<void> {
  await dragOver(page, words, nth);
  await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible();
}

/** Drags over words of the article with the mouse, and lets go. */
export async function dragOver(page: Page, words: string, nth = 0): Promise<void> {
  await dragTo(page, words, nth);
  await page.mouse.up();
}

/** Drags over words of the article with the mouse, and holds on. */
export async function dragTo(page: Page, words: string, nth = 0): Promise<void> {
  const { from, to } = await placeOf(page, words, nth);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
}

/** Selects words, and marks them by a key: C for a claim, a digit for a verdict. */
export async function mark(page: Page, words: string, key: string): Promise<void> {
  await selectWords(page, words);
  await page.keyboard.press(key);
}

/** Switches the desk to editing, and waits until its words can be changed. */
export async function edit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(page.getByRole('textbox', { name: /being edited/ })).toBeFocused();
}

/** Goes back to checking. */
export async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByRole('textbox', { name: /being edited/ })).toBeHidden();
}

/** While editing: puts the caret right after words of the article. */
export async function caretAfter(page: Page, words: string, nth = 0): Promise<void> {
  await takeWords(page, words, nth);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.evaluate(() => getSelection()?.isCollapsed)).toBe(true);
}

/** While editing: selects words, for the next key to take their place. */
export async function takeWords(page: Page, words: string, nth = 0): Promise<void> {
  await dragOver(page, words, nth);
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(words);
}

/** Presses in the middle of words of the article. */
export async function clickWords(page: Page, words: string, nth = 0): Promise<void> {
  const { middle } = await placeOf(page, words, nth);
  await page.mouse.click(middle.x, middle.y);
}

interface Point {
  x: number;
  y: number;
}

/**
 * Where words of the article stand in the window: just inside their first letter, in the middle, just inside the last. Words out
 * of sight are brought to the middle of the window first; what is in sight stays where it is.
 */
export async function placeOf(page: Page, words: string, nth = 0): Promise<{ from: Point; middle: Point; to: Point }> {
  return articleText(page).evaluate(
    (article, { words, nth }) => {
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, (node) =>
        node.parentElement?.closest('[contenteditable=false]') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
      );
      const texts: { node: Text; at: number }[] = [];
      let whole = '';
      while (walker.nextNode()) {
        texts.push({ node: walker.currentNode as Text, at: whole.length });
        whole += walker.currentNode.nodeValue;
      }
      let start = -1;
      for (let turn = 0; turn <= nth; turn++) start = whole.indexOf(words, start + 1);
      if (start === -1) throw new Error(`The article does not have “${words}”.`);
      const boxAt = (offset: number) => {
        const { node, at } = texts.findLast((text) => text.at <= offset)!;
        const range = document.createRange();
        range.setStart(node, offset - at);
        range.setEnd(node, offset - at + 1);
        return range.getBoundingClientRect();
      };
      const end = start + words.length - 1;
      // The desk's head and foot may lie over the first and last hundred pixels.
      if (boxAt(start).top < 100 || boxAt(end).bottom > window.innerHeight - 100)
        texts.findLast(({ at }) => at <= start)!.node.parentElement?.scrollIntoView({ block: 'center' });
      const [first, middle, last] = [boxAt(start), boxAt(start + Math.floor((words.length - 1) / 2)), boxAt(end)];
      const rightToLeft = getComputedStyle(article).direction === 'rtl';
      const y = (box: DOMRect) => box.top + box.height / 2;
      return {
        from: { x: rightToLeft ? first.right - 1 : first.left + 1, y: y(first) },
        middle: { x: middle.left + middle.width / 2, y: y(middle) },
        to: { x: rightToLeft ? last.left + 1 : last.right - 1, y: y(last) },
      };
    },
    { words, nth },
  );
}
