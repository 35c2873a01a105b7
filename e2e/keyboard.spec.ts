import fs from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { Claim } from '../core/claim/claim';
import { allSaved, articleText, card, deskReady, openDesk } from './desk';
import { expect, type Newsroom, test } from './newsroom';

const sentences = [
  'The reservoir above Lindau holds 84 million cubic metres of water.',
  'It supplied 610,000 people in 2023.',
  'Its wall was raised by six metres between 1998 and 2001.',
  'The minister said on Friday that 12 new pumps had been ordered.',
];
const text = `${sentences.slice(0, 3).join(' ')}\n\n${sentences[3]}`;

/** Presses Tab until the focus is on what is wanted, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted, 'It is reached with Tab').toBeFocused();
}

/** A colleague gives a verdict on a claim, so that somebody else may approve it. */
async function judgedByAnother({ admin }: Newsroom, article: { id: string }, words: string): Promise<void> {
  const { items } = await admin.api.call<{ items: Claim[] }>('GET', `/api/articles/${article.id}/claims`);
  const claim = items.find(({ anchors }) => anchors[0]?.exact === words);
  const said = { verdict: 'true', rationale: 'The order is in the ministry’s gazette.' };
  await admin.api.call('PATCH', `/api/claims/${claim?.id}`, said, { ifMatch: claim?.revision });
}

test('The keyboard alone leads from signing in to the exported report.', async ({ newsroom }, testInfo) => {
  const { page, api, email, password } = await newsroom.join('editor', 'Kei Tanaka');
  const article = await api.article(text, { title: 'What the reservoir holds' });
  await page.context().clearCookies();
  const keys = page.keyboard;

  await test.step('Signing in, and opening the article from the list', async () => {
    await page.goto('/');
    await tabTo(page, page.getByLabel('E-mail'));
    await keys.type(email);
    await tabTo(page, page.getByRole('textbox', { name: 'Password' }));
    await keys.type(password);
    await keys.press('Enter');
    await tabTo(page, page.getByRole('link', { name: 'What the reservoir holds' }));
    await keys.press('Enter');
    await page.waitForURL(`/articles/${article.id}`);
    await deskReady(page);
  });

  await test.step('V takes a sentence, V again the next, C makes them a claim', async () => {
    await keys.press('v');
    await keys.press('v');
    await keys.press('c');
    await expect(card(page)).toHaveAccessibleName(`Claim 1 of 1, No verdict: ${sentences[0]} ${sentences[1]}`);
    await expect(card(page).getByLabel('Rationale')).toBeFocused();
  });

  await test.step('Ctrl+Enter saves a field and goes on to the next', async () => {
    await keys.type('The yearbook has both figures.');
    await keys.press('Control+Enter');
    await expect(card(page).getByLabel('Proposed correction')).toBeFocused();
    await keys.press('Control+Enter');
    await expect(card(page).getByLabel('Said by')).toBeFocused();
    await keys.type('Ministry of Works');
    await keys.press('Escape');
    await expect(card(page)).toBeFocused();
  });

  await test.step('A digit judges the open claim', async () => {
    await keys.press('2');
    await expect(card(page).getByRole('radio', { name: 'Mostly true' })).toBeChecked();
  });

  await test.step('S adds a source', async () => {
    await keys.press('s');
    await expect(card(page).getByRole('combobox', { name: /Address of a source/ })).toBeFocused();
    await keys.type('https://works.lindau.example/yearbook-2023');
    await keys.press('Enter');
    await expect(card(page).getByRole('radio', { name: 'Context' })).toBeFocused();
    await keys.press('ArrowLeft');
    await keys.press('ArrowLeft');
    await expect(card(page).getByRole('radio', { name: 'Supports' })).toBeChecked();
    await keys.press('Tab');
    await keys.type('84 million cubic metres');
    await keys.press('Escape');
    await expect(card(page).getByRole('listitem').filter({ hasText: 'yearbook-2023' })).toContainText('Supports');
  });

  await test.step('F proposes a correction', async () => {
    await keys.press('f');
    await expect(card(page).getByLabel('Proposed correction')).toBeFocused();
    await keys.type('It holds 84 million cubic metres when full.');
    await keys.press('Escape');
    await keys.press('Escape');
    await expect(card(page)).toHaveCount(0);
    await expect(articleText(page)).toBeFocused();
  });

  await test.step('N goes to the next sentence without a claim, and a digit marks it with its verdict', async () => {
    await keys.press('n');
    await keys.press('1');
    await expect(card(page)).toHaveAccessibleName(`Claim 2 of 2, True: ${sentences[2]}`);
    await keys.press('Escape');
    await keys.press('Escape');
    await keys.press('n');
    await keys.press('c');
    await expect(card(page)).toHaveAccessibleName(`Claim 3 of 3, No verdict: ${sentences[3]}`);
    await keys.press('Escape');
  });

  await test.step('K and J go from claim to claim', async () => {
    await keys.press('k');
    await expect(card(page)).toHaveAccessibleName(/^Claim 2 of 3/);
    await keys.press('k');
    await expect(card(page)).toHaveAccessibleName(/^Claim 1 of 3/);
    await keys.press('j');
    await expect(card(page)).toHaveAccessibleName(/^Claim 2 of 3/);
  });

  await test.step('Shift and an arrow move the work on, and A approves', async () => {
    await keys.press('Shift+ArrowRight');
    await keys.press('Shift+ArrowRight');
    await expect(card(page).getByRole('listitem').filter({ hasText: 'In review' })).toHaveAttribute(
      'aria-current',
      'step',
    );
    await keys.press('a');
    await expect(card(page)).toContainText('You judged this claim: somebody else approves it');
    await allSaved(page);
    await judgedByAnother(newsroom, article, sentences[3]!);
    await keys.press('j');
    await expect(card(page)).toHaveAccessibleName(/^Claim 3 of 3, True/);
    await keys.press('a');
    await expect(page.getByText('Approved. 2 left before sign-off')).toBeVisible();
  });

  await test.step('? shows the keys, and Esc puts them away', async () => {
    await keys.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await expect(dialog).toContainText('Next sentence without a claim');
    await keys.press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  await test.step('The report is exported', async () => {
    await allSaved(page);
    await keys.press('Control+Shift+E');
    await tabTo(page, page.getByRole('button', { name: 'Download draft report' }));
    const waiting = page.waitForEvent('download');
    await keys.press('Enter');
    const file = testInfo.outputPath('report.html');
    await (await waiting).saveAs(file);
    const report = fs.readFileSync(file, 'utf8');
    for (const words of [
      '84 million cubic metres',
      'The yearbook has both figures.',
      'Ministry of Works',
      'Kei Tanaka',
    ])
      expect(report).toContain(words);
  });
});

test('Single letters can be turned off, and then do nothing; the other keys still act.', async ({ newsroom }) => {
  const { page, api } = await newsroom.join('checker');
  const article = await newsroom.admin.api.article(text, { title: 'Letters off' });
  await api.claim(article.id, sentences[1]!);
  await page.goto('/settings');
  const letters = page.getByRole('checkbox', { name: 'Use single-letter keys' });
  await tabTo(page, letters);
  await page.keyboard.press('Space');
  await expect(letters).not.toBeChecked();

  await openDesk(page, article);
  for (const key of ['j', 'v', 'n', '1', '?']) await page.keyboard.press(key);
  await page.keyboard.press('Control+Shift+E');
  await expect(page.getByRole('dialog')).toHaveAccessibleName('Export the report');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(card(page)).toHaveCount(0);
  await expect(page.getByRole('toolbar', { name: 'Selected words' })).toHaveCount(0);

  await page.goto('/settings');
  await letters.check();
  await openDesk(page, article);
  await page.keyboard.press('j');
  await expect(card(page)).toBeVisible();
});
