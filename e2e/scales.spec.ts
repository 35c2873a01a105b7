import { allSaved, articleText, card, openDesk } from './desk';
import { expect, test } from './newsroom';

const text = 'The choir has 44 singers. It sang in nine towns last year.';

test('An admin changes the words of a scale; a verdict that a claim has cannot go, and the keys follow the order.', async ({
  newsroom,
}) => {
  const { page, api } = newsroom.admin;
  const article = await api.article(text, { title: 'The choir', scale: 'six-point' });
  await api.claim(article.id, '44 singers', { verdict: 'fabricated' });
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Edit Six-point' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit “Six-point”' });
  await expect(dialog.getByRole('button', { name: 'Remove Fabricated' })).toBeDisabled();
  await expect(dialog.getByText('Used by claims: it cannot go. Its words and mark can change.')).toHaveCount(1);
  const made = dialog.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Remove Fabricated' }) });
  await made.getByLabel('Label').fill('Made up');
  await dialog.getByRole('button', { name: 'Move Made up up' }).click();
  await dialog.getByRole('button', { name: 'Remove Half true' }).click();
  await dialog.getByRole('button', { name: 'Save scale' }).click();
  await expect(page.getByText('Saved “Six-point”')).toBeVisible();

  await openDesk(page, article);
  await page.keyboard.press('j');
  const verdicts = card(page).getByRole('radiogroup', { name: 'Verdict' }).getByRole('radio');
  await expect(verdicts).toHaveText([/^True/, /^Mostly true/, /^Mostly false/, /^Made up/, /^False/]);
  await expect(card(page).getByRole('radio', { name: 'Made up' })).toBeChecked();
  await page.keyboard.press('5');
  await expect(card(page).getByRole('radio', { name: 'False', exact: true })).toBeChecked();
  await page.keyboard.press('6');
  await expect(card(page).getByRole('radio', { name: 'False', exact: true })).toBeChecked();
  await allSaved(page);

  const scale = (
    await api.call<{ items: { id: string; revision: number; verdicts: { key: string }[] }[] }>('GET', '/api/scales')
  ).items.find(({ id }) => id === 'six-point')!;
  const without = scale.verdicts.filter(({ key }) => key !== 'false');
  const refused = await api.answer('PATCH', `/api/scales/${scale.id}`, { verdicts: without }, scale.revision);
  expect(refused.status()).toBe(422);
  expect((await refused.json()).code).toBe('value-in-use');
});

test('Where nothing is rated, a claim is concluded in writing, and digits do nothing.', async ({ newsroom }) => {
  const { page, api } = await newsroom.join('editor');
  const article = await api.article(text, { title: 'The choir, unrated', scale: 'no-rating' });
  await openDesk(page, article);
  await articleText(page).focus();
  await page.keyboard.press('v');
  await page.keyboard.press('1');
  await expect(card(page)).toHaveCount(0);
  await page.keyboard.press('c');
  await expect(card(page)).toContainText('This article’s scale has no verdicts: the rationale is the conclusion.');
  await expect(card(page).getByRole('radiogroup', { name: 'Verdict' })).toHaveCount(0);
  await page.keyboard.type('The programme lists 44.');
  await card(page).getByRole('button', { name: 'Send to review' }).click();
  await allSaved(page);
  const claims = await api.call<{ items: unknown[] }>('GET', `/api/articles/${article.id}/claims`);
  expect(claims.items).toMatchObject([{ verdict: null, rationale: 'The programme lists 44.', status: 'in-review' }]);
  expect(await api.call<string>('GET', `/api/articles/${article.id}/export?format=html&edition=internal`)).toContain(
    'The programme lists 44.',
  );
});
