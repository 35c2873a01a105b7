import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, expect, type Page } from '@playwright/test';

const sizes = [
  { name: 'wide', width: 1440, height: 900 },
  { name: 'phone', width: 390, height: 844 },
];
/** The narrowest window that WCAG 2.2 (1.4.10) asks a page to fit in, in pixels. */
const NARROWEST = 320;

/** WCAG 2.2 to AA, and what axe calls good practice. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const ofColour = ['color-contrast', 'link-in-text-block'];

/**
 * Holds what a page shows just now against axe, wide and on a phone, light and dark, and asks that it fits 320 pixels without
 * scrolling sideways. The page is left wide and light. What is found is reported by rule and element, all of it in one run.
 */
export async function audit(page: Page, state: string): Promise<void> {
  for (const { name, width, height } of sizes) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // A frame shows a report, which is a page of its own and looked at as one.
      const axe = new AxeBuilder({ page }).exclude('iframe').setLegacyMode(true);
      // The dark page differs from the light one in its colours alone.
      const { violations } = await (colorScheme === 'light' ? axe.withTags(rules) : axe.withRules(ofColour)).analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.any.concat(node.all)[0]?.message ?? ''}`),
      );
      expect.soft(found, `${state}, ${name}, ${colorScheme}`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: NARROWEST, height: 640 });
  expect.soft(await page.evaluate(tooWide), `${state}, ${NARROWEST} pixels wide`).toEqual([]);
  await page.setViewportSize({ width: sizes[0]!.width, height: sizes[0]!.height });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

/** Runs in the page: the frames of the screen that hold more than they are wide. */
function tooWide(): string[] {
  return [...document.querySelectorAll('html, main, dialog[open], dialog[open] .dialog__body, [data-card]')]
    .filter((element) => element.scrollWidth > element.clientWidth)
    .map((element) => `${element.tagName} ${element.className}: ${element.scrollWidth} in ${element.clientWidth}`);
}

/** Everything that the pages of a context complain of: errors on the console, errors thrown, breaches of the policy. */
export function complaintsOf(context: BrowserContext): readonly string[] {
  const heard: string[] = [];
  context.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' || /Content.Security.Policy/i.test(text))
      heard.push(`${message.page()?.url()}: ${text}`);
  });
  context.on('weberror', (thrown) => heard.push(String(thrown.error())));
  return heard;
}
