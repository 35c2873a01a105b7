import type { Claim } from '../core/claim/claim';
import { card, openDesk } from './desk';
import { expect, test } from './newsroom';

test('A source that falls sends its approved claims in two articles back to be checked, with the reason on the card.', async ({
  newsroom,
}) => {
  const { page, api } = await newsroom.join('editor', 'Tove Lind');
  const checker = await newsroom.join('checker', 'Asa Berg');
  const source = await api.call<{ id: string }>('POST', '/api/sources', {
    kind: 'document',
    title: 'The tide letters',
  });
  const stood = [];
  for (const [title, exact] of [
    ['Spring tide', 'rose by two metres'],
    ['Neap tide', 'fell by a metre'],
  ] as const) {
    const article = await api.article(`The water ${exact}, a letter says.`, { title });
    const claim = await checker.api.claim(article.id, exact, { verdict: 'true', rationale: 'So the letter says.' });
    await checker.api.call('POST', `/api/claims/${claim.id}/citations`, { sourceId: source.id, stance: 'supports' });
    await api.call('POST', `/api/claims/${claim.id}/approve`);
    stood.push({ article, claim });
  }

  await page.goto(`/sources?id=${source.id}`);
  const open = page.getByRole('article', { name: 'The tide letters' });
  await open.getByRole('button', { name: 'Change its standing' }).click();
  const dialog = page.getByRole('dialog', { name: 'Does it still carry what stands on it?' });
  await dialog.getByRole('radio', { name: /^Fallen/ }).check();
  await expect(dialog.getByRole('status')).toContainText('2 claims that you can open go back to be checked');
  await dialog.getByRole('button', { name: 'Mark as fallen' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Say why');
  await dialog.getByLabel('Why').fill('The letters are forged.');
  await dialog.getByRole('button', { name: 'Mark as fallen' }).click();
  await expect(open.getByText('This source has fallen.')).toBeVisible();
  await expect(open.getByRole('listitem').filter({ hasText: 'Checking' })).toHaveCount(2);

  for (const { article, claim } of stood) {
    expect(await api.call<Claim>('GET', `/api/claims/${claim.id}`)).toMatchObject({
      status: 'checking',
      approvedBy: null,
    });
    await openDesk(checker.page, article, claim.id);
    await expect(card(checker.page).getByText('This source has fallen.')).toBeVisible();
    await expect(card(checker.page).getByText('The letters are forged.').first()).toBeVisible();
  }

  // A double is merged into the one that stays, which has fallen: what stands on it moves along.
  const double = await api.call<{ id: string }>('POST', '/api/sources', {
    kind: 'document',
    title: 'Tide letters, the',
  });
  const article = await api.article('The water stood still, a letter says.', { title: 'Slack water' });
  const claim = await checker.api.claim(article.id, 'stood still', { verdict: 'true' });
  await checker.api.call('POST', `/api/claims/${claim.id}/citations`, { sourceId: double.id, stance: 'supports' });
  await page.goto(`/sources?id=${double.id}`);
  await page.getByRole('button', { name: 'Merge into “The tide letters”' }).click();
  const merging = page.getByRole('dialog', { name: 'Merge a double' });
  await expect(merging.getByRole('status')).toContainText('moves to “The tide letters”');
  await merging.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(open.getByRole('link', { name: 'stood still' })).toBeVisible();
  await page.goto(`/sources?id=${double.id}`);
  await expect(open).toBeVisible();
});

test('A confidential source is nowhere to a checker who is not on its claim, nor to a viewer, until the claim is theirs.', async ({
  newsroom,
}) => {
  const maker = await newsroom.join('checker', 'Ida Krog');
  const other = await newsroom.join('checker', 'Otto Rahn');
  const viewer = await newsroom.join('viewer');
  const article = await newsroom.admin.api.article('The ferry sailed without papers.', { title: 'The ferry' });
  const claim = await maker.api.claim(article.id, 'without papers', { verdict: 'true' });
  const { sourceId } = await maker.api.call<{ sourceId: string }>('POST', `/api/claims/${claim.id}/citations`, {
    source: { title: 'Zibeline', kind: 'interview', confidential: true, details: { whom: 'Zibeline', role: 'mate' } },
    stance: 'supports',
    quote: 'Zibeline saw it.',
  });
  for (const { page, api } of [other, viewer]) {
    await page.goto('/sources?q=Zibeline');
    await expect(page.getByText('No source has “Zibeline” in it')).toBeVisible();
    expect((await page.goto(`/sources?id=${sourceId}`))?.status()).toBe(404);
    await openDesk(page, article, claim.id);
    await expect(card(page).getByText('No sources yet.')).toBeVisible();
    await expect(page.locator('body')).not.toContainText('Zibeline');
    expect((await api.answer('GET', `/api/sources/${sourceId}`)).status()).toBe(404);
  }
  const { id } = await other.api.call<{ id: string }>('GET', '/api/me');
  const { revision } = await maker.api.call<Claim>('GET', `/api/claims/${claim.id}`);
  await openDesk(other.page, article, claim.id);
  await newsroom.admin.api.call('PATCH', `/api/claims/${claim.id}`, { assigneeId: id }, { ifMatch: revision });
  await expect(card(other.page).getByText('Zibeline', { exact: true })).toBeVisible();
});
