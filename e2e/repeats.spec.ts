import type { Page } from '@playwright/test';
import type { Claim } from '../core/claim/claim';
import { articleText, card, openDesk, row } from './desk';
import { expect, type Newsroom, test } from './newsroom';

const twice = 'The dam holds 41 million cubic metres.';
const story = `${twice} It was built in eight years.

Nobody lived in the valley when it was flooded.

As the minister said: ${twice} He did not say since when.`;

/** An article that says one thing in its first paragraph and in its third: one claim with two places. */
async function arranged(newsroom: Newsroom) {
  const { page, api } = await newsroom.join('editor');
  const article = await api.article(story, { title: 'The dam' });
  const second = story.lastIndexOf(twice) - 2; // Two blank lines are one line end each in the plain text.
  const claim = await api.call<Claim>('POST', `/api/articles/${article.id}/claims`, {
    anchors: [
      { start: 0, end: twice.length },
      { start: second, end: second + twice.length },
    ],
    verdict: 'false',
  });
  return { page, api, article, claim };
}

const marked = (page: Page, claim: Claim, place: 0 | 1) =>
  articleText(page).locator(`mark[data-anchor="${claim.anchors[place]?.id}"]`);

test('each place of a claim lights up when any of them is pointed at', async ({ newsroom }) => {
  const { page, article, claim } = await arranged(newsroom);
  await openDesk(page, article);
  const [first, second] = [marked(page, claim, 0), marked(page, claim, 1)];
  const note = page.getByRole('button', { name: /^Claim 1: False/ });
  const rest = await backgroundOf(first);
  for (const pointed of [first, second, note, row(page, twice)]) {
    await pointed.hover();
    for (const place of [first, second]) await expect.poll(() => backgroundOf(place)).not.toBe(rest);
    await page.mouse.move(5, 5);
    for (const place of [first, second]) await expect.poll(() => backgroundOf(place)).toBe(rest);
  }
});

const backgroundOf = (place: ReturnType<typeof marked>) =>
  place.evaluate((mark) => getComputedStyle(mark).backgroundColor);

/** The background once it has faded to what it will be. */
const restingBackgroundOf = async (place: ReturnType<typeof marked>) => {
  await place.evaluate((mark) => Promise.all(mark.getAnimations().map(({ finished }) => finished)));
  return backgroundOf(place);
};

test('“Also in” jumps to the other place', async ({ newsroom }) => {
  const { page, article, claim } = await arranged(newsroom);
  await openDesk(page, article);
  await marked(page, claim, 0).click();
  await expect(card(page)).toBeVisible();
  const lit = await restingBackgroundOf(marked(page, claim, 0));
  await card(page).getByRole('button', { name: 'Also in ¶ 3' }).click();
  await expect(card(page).getByRole('button', { name: 'Also in ¶ 1' })).toBeVisible();
  await expect.poll(() => backgroundOf(marked(page, claim, 1))).toBe(lit);
  await expect(marked(page, claim, 1)).toBeInViewport();
});

test('dropping one place keeps the other, and Undo brings it back', async ({ newsroom }) => {
  const { page, api, article, claim } = await arranged(newsroom);
  const anchors = async () =>
    (await api.call<Claim>('GET', `/api/claims/${claim.id}`)).anchors.map(({ start }) => start);
  await openDesk(page, article, claim.id);
  await card(page).getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Drop the place in ¶ 1' }).click();
  await expect(marked(page, claim, 0)).toHaveCount(0);
  await expect(marked(page, claim, 1)).toBeVisible();
  await expect.poll(anchors).toEqual([claim.anchors[1]?.start]);
  await expect(card(page).getByRole('radio', { name: 'False', exact: true })).toBeChecked();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(articleText(page).locator('mark')).toHaveCount(2);
  await expect.poll(anchors).toEqual(claim.anchors.map(({ start }) => start));
});
