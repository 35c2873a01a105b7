import { expect, type Locator, type Page } from '@playwright/test';

/** Opens an article's desk and waits until it answers to keys and presses. */
export async function openDesk(page: Page, articleId: string): Promise<void> {
  await page.goto(`/articles/${articleId}`);
  await deskReady(page);
}

/** The desk is live once the coverage, which the page finds out for itself, is known. */
export async function deskReady(page: Page): Promise<void> {
  await expect(page.locator('.coverage[data-known]')).toBeVisible();
}

/** The text of the article, as a person reads it. */
export function articleText(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Text of the article/ });
}

/** The open claim's card. */
export function card(page: Page): Locator {
  return page.getByRole('article', { name: /^Claim \d+ of \d+/ });
}

/** Nothing at this desk waits for the server. */
export async function allSaved(page: Page): Promise<void> {
  await expect(page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible();
}

/** Selects words of the article by dragging over them; `nth` (from 0) says which of several places, `to` where another passage ends it. */
export async function selectWords(page: Page, words: string, { nth = 0, to = words } = {}): Promise<void> {
  const start = await linesOf(page, words, nth);
  const end = to === words ? start : await linesOf(page, to, 0);
  const [first, last] = [start.lines[0]!, end.lines.at(-1)!];
  const y = (line: Line) => (line.top + line.bottom) / 2;
  await page.mouse.move(start.rightToLeft ? first.right - 1 : first.left + 1, y(first));
  await page.mouse.down();
  await page.mouse.move(end.rightToLeft ? last.left + 1 : last.right - 1, y(last), { steps: 3 });
  await page.mouse.up();
  await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible();
}

/** Presses in the middle of words of the article. */
export async function clickWords(page: Page, words: string, nth = 0): Promise<void> {
  const line = (await linesOf(page, words, nth)).lines[0]!;
  await page.mouse.click((line.left + line.right) / 2, (line.top + line.bottom) / 2);
}

interface Line {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where words of the article stand in the window, a box a line, after they have been scrolled into its middle. */
async function linesOf(page: Page, words: string, nth: number): Promise<{ lines: Line[]; rightToLeft: boolean }> {
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
      const range = document.createRange();
      const first = texts.findLast(({ at }) => at <= start)!;
      const last = texts.findLast(({ at }) => at < start + words.length)!;
      range.setStart(first.node, start - first.at);
      range.setEnd(last.node, start + words.length - last.at);
      first.node.parentElement?.scrollIntoView({ block: 'center' });
      const lines = [...range.getClientRects()]
        .filter(({ width }) => width > 0)
        .map(({ left, right, top, bottom }) => ({ left, right, top, bottom }));
      return { lines, rightToLeft: getComputedStyle(article).direction === 'rtl' };
    },
    { words, nth },
  );
}
