import type { Page } from '@playwright/test';
import type { Claim } from '../core/claim/claim';
import { articleText, card, notes, openDesk, placeOf, row, saved } from './desk';
import { type Api, expect, test } from './newsroom';

/** How far a note may stand from the line of its words where nothing crowds it, in pixels. */
const NEAR = 4;

const sentence = (number: number) =>
  `Boat number ${number} landed ${number * 7} tonnes of cod in the year ${1900 + number}.`;
/** So many paragraphs of so many sentences, no two alike. */
const story = (paragraphs: number, sentences: number) =>
  Array.from({ length: paragraphs }, (_, p) =>
    Array.from({ length: sentences }, (_, s) => sentence(p * sentences + s + 1)).join(' '),
  ).join('\n\n');

/** An article on boats with a claim on the first sentences of each paragraph: on all of them unless `claimed` says how many. */
async function withClaims(api: Api, paragraphs: number, sentences: number, claimed = sentences) {
  const article = await api.article(story(paragraphs, sentences), { title: 'The boats' });
  const claims: Claim[] = [];
  const boats = Array.from({ length: paragraphs * sentences }, (_, index) => index + 1).filter(
    (number) => (number - 1) % sentences < claimed,
  );
  for (const number of boats)
    claims.push(
      await api.claim(article.id, sentence(number), {
        verdict: ['true', 'false', 'opinion', null][number % 4],
        rationale:
          number % 3 ? `The log of boat ${number} was read twice, and the harbour master was asked as well.` : null,
      }),
    );
  return { article, claims, boats };
}

/** Where the article's blocks stand, in order. */
const blocksOf = (page: Page) =>
  articleText(page).evaluate((article) =>
    [...article.querySelectorAll('p, h1, h2, li')].map((block) => {
      const { x, y, width, height } = block.getBoundingClientRect();
      return [x, y, width, height];
    }),
  );

/** The notes and the card from top to bottom, once nothing glides any more. */
const margin = (page: Page) =>
  page.getByRole('complementary', { name: 'Claims beside the text' }).evaluate(async (aside) => {
    await Promise.all(aside.getAnimations({ subtree: true }).map((animation) => animation.finished.catch(() => null)));
    return [...aside.children].map((slot) => {
      const { top, bottom } = (slot.firstElementChild ?? slot).getBoundingClientRect();
      return { top, bottom, name: slot.firstElementChild?.getAttribute('aria-label') ?? '' };
    });
  });

/** The pairs of neighbours that overlap; half a pixel is rounding. */
function overlapping(slots: { top: number; bottom: number; name: string }[]) {
  const inOrder = slots.toSorted((a, b) => a.top - b.top);
  return inOrder.flatMap((slot, i) =>
    i > 0 && slot.top < inOrder[i - 1]!.bottom - 0.5 ? [[inOrder[i - 1], slot]] : [],
  );
}

test('the text stands still while words are selected and the toolbar opens', async ({ newsroom }) => {
  const { page, api } = await newsroom.join('editor');
  const { article } = await withClaims(api, 3, 2);
  await openDesk(page, article);
  await expect(notes(page)).toHaveCount(6);
  const before = await blocksOf(page);
  const { from } = await placeOf(page, 'Boat number 3');
  const { to } = await placeOf(page, 'in the year 1906');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  expect(await blocksOf(page)).toEqual(before);
  await page.mouse.up();
  await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible();
  expect(await blocksOf(page)).toEqual(before);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeHidden();
  expect(await blocksOf(page)).toEqual(before);
});

test('what somebody else changes during a drag moves no words until it ends', async ({ newsroom }) => {
  const { page, api } = await newsroom.join('editor');
  const article = await api.article(story(3, 2), { title: 'The boats' });
  const claim = await api.claim(article.id, sentence(1));
  await openDesk(page, article);
  await expect(row(page, sentence(1))).toBeVisible();
  const before = await blocksOf(page);
  const { from } = await placeOf(page, 'Boat number 3');
  const { to } = await placeOf(page, 'in the year 1904');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  // A proposed correction is set into the text, and would push down all that follows.
  await api.call(
    'PATCH',
    `/api/claims/${claim.id}`,
    { correction: `${sentence(1)} ${sentence(20)}` },
    { ifMatch: claim.revision },
  );
  await api.claim(article.id, sentence(6));
  await expect(row(page, sentence(6))).toBeVisible();
  expect(await blocksOf(page)).toEqual(before);
  await page.mouse.up();
  await expect(articleText(page)).toContainText(sentence(20));
  await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible();
});

test('notes stand beside their words', async ({ newsroom }) => {
  const { page, api } = await newsroom.join('editor');
  const { article, boats } = await withClaims(api, 8, 4, 1);
  await openDesk(page, article);
  await expect(notes(page)).toHaveCount(8);
  for (const [index, boat] of boats.entries()) {
    const { from } = await placeOf(page, `Boat number ${boat} landed`);
    const slots = await margin(page);
    const slot = slots.find(({ name }) => name.startsWith(`Claim ${index + 1}:`))!;
    expect(slot.top - NEAR, `boat ${boat}`).toBeLessThan(from.y);
    expect(slot.bottom + NEAR, `boat ${boat}`).toBeGreaterThan(from.y);
  }
});

test('forty notes in a crowd never overlap, at rest or around an open card, which meets the line of its words', async ({
  newsroom,
}) => {
  const { page, api } = await newsroom.join('editor');
  const { article, claims, boats } = await withClaims(api, 5, 11, 8);
  await openDesk(page, article);
  await expect(notes(page)).toHaveCount(40);
  const rest = await margin(page);
  expect(rest).toHaveLength(40);
  expect(overlapping(rest)).toEqual([]);
  expect(rest.map(({ name }) => Number(/\d+/.exec(name)?.[0]))).toEqual(claims.map((_, index) => index + 1));

  for (const number of [1, 12, 26, 40]) {
    const boat = boats[number - 1]!;
    await row(page, sentence(boat)).click();
    await expect(card(page)).toHaveAccessibleName(new RegExp(`^Claim ${number} of 40`));
    await expect(
      articleText(page).locator(`mark[data-anchor="${claims[number - 1]!.anchors[0]!.id}"]`),
    ).toBeInViewport();
    const { from } = await placeOf(page, `Boat number ${boat} landed`);
    const slots = await margin(page);
    expect(overlapping(slots), `claim ${number} open`).toEqual([]);
    const open = slots.find(({ name }) => name.startsWith(`Claim ${number} of 40`))!;
    expect(open.top - NEAR, `claim ${number}`).toBeLessThan(from.y);
    expect(open.bottom, `claim ${number}`).toBeGreaterThan(from.y);
  }
});

test('notes glide to their places when a card opens', async ({ newsroom }) => {
  const { page, api } = await newsroom.join('editor');
  const { article } = await withClaims(api, 1, 6);
  await openDesk(page, article);
  const aside = page.getByRole('complementary', { name: 'Claims beside the text' });
  // Asked frame by frame, from before the press, since a glide is over in a fifth of a second.
  const gliding = aside.evaluate(
    (element) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const [glide] = element.getAnimations({ subtree: true }).filter(({ effect }) => {
            const frames = effect instanceof KeyframeEffect ? effect.getKeyframes() : [];
            return frames.some(({ transform }) => String(transform).startsWith('translateY'));
          });
          if (glide) resolve(Number(glide.effect?.getTiming().duration));
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await row(page, sentence(3)).click();
  await expect(card(page)).toBeVisible();
  expect(await gliding).toBeGreaterThan(0);
});

test('a source that is being saved moves nothing when it is saved', async ({ newsroom }) => {
  const { page, api } = await newsroom.join('editor');
  const article = await api.article(story(2, 2), { title: 'The boats' });
  const claim = await api.claim(article.id, sentence(1));
  await openDesk(page, article, claim.id);
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/citations$/, (route) => held.then(() => route.continue()));
  await card(page).getByRole('button', { name: 'Add source' }).click();
  await card(page).getByRole('button', { name: 'By hand' }).click();
  const form = page.getByRole('dialog', { name: 'Add a source by hand' });
  await form.getByRole('textbox', { name: 'Title' }).fill('The log of the harbour');
  await form.getByRole('button', { name: 'Add source' }).click();
  const supports = card(page).getByRole('radio', { name: 'Supports' });
  const place = async () => (await supports.boundingBox())!.y;
  await expect(saved(page)).toHaveText(/Saving/);
  const before = await place();
  answer();
  await expect(saved(page)).toHaveText(/Saved/);
  expect(await place()).toBe(before);
});
