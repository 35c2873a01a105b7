import type { Locator, Page } from '@playwright/test';
import type { Claim } from '../core/claim/claim';
import type { Comment } from '../core/claim/comment';
import type { Event } from '../core/event/event';
import { audit } from './audit';
import { card, notes, openDesk, row, saved, talk } from './desk';
import { expect, type Member, type Newsroom, test } from './newsroom';

const story = `The ferry to Skerry Island sank in 1911 with 42 people on board. Nobody was ever charged.

Its bell hangs in the harbour church.`;

const box = (page: Page): Locator => talk(page).getByRole('textbox', { name: 'Comment', exact: true });
/** A comment, with its head and its words. */
const said = (page: Page, words: string): Locator => talk(page).getByRole('listitem').filter({ hasText: words }).last();

/** An article with one claim, and people at it with its card open. */
async function at(newsroom: Newsroom, ...people: Member[]) {
  const { api } = newsroom.admin;
  const article = await api.article(story, { title: 'The ferry' });
  const claim = await api.claim(article.id, 'with 42 people on board');
  for (const { page } of people) await openDesk(page, article, claim.id);
  const comments = async () => (await api.call<{ items: Comment[] }>('GET', `/api/claims/${claim.id}/comments`)).items;
  return { api, article, claim, comments };
}

test('two people speak about a claim and see one another’s words without asking', async ({ newsroom }) => {
  const [ines, tom] = [await newsroom.join('editor', 'Ines Prado'), await newsroom.join('checker', 'Tom Yilmaz')];
  const { comments } = await at(newsroom, ines, tom);
  await box(ines.page).fill('Who counted them? The *Gazette* says 40.');
  await box(ines.page).press('Control+Enter');
  await expect(box(ines.page)).toHaveValue('');
  await expect(said(tom.page, 'Who counted them?')).toContainText('Ines Prado');
  await expect(talk(tom.page).getByRole('emphasis').or(talk(tom.page).locator('em'))).toHaveText('Gazette');

  await talk(tom.page).getByRole('button', { name: 'Reply' }).click();
  await talk(tom.page).getByRole('textbox', { name: 'Your reply' }).fill('The inquest counted 42.');
  await talk(tom.page).getByRole('button', { name: 'Reply' }).click();
  await expect(said(ines.page, 'The inquest counted 42.')).toContainText('Tom Yilmaz');
  await expect(saved(tom.page)).toHaveText('Saved');
  const [first, answer] = await comments();
  expect(answer?.parentId).toBe(first?.id);

  await test.step('One changes their own words; nobody can change the other’s', async () => {
    await expect(said(tom.page, 'Who counted them?').getByRole('button', { name: 'Change your comment' })).toHaveCount(
      0,
    );
    await said(tom.page, 'The inquest counted 42.').getByRole('button', { name: 'Change your comment' }).click();
    const words = talk(tom.page).getByRole('textbox', { name: 'Change your comment' });
    await expect(words).toHaveValue('The inquest counted 42.');
    await words.fill('The inquest of 1912 counted 42.');
    await talk(tom.page).getByRole('button', { name: 'Save' }).click();
    await expect(said(ines.page, 'The inquest of 1912 counted 42.')).toContainText('edited');
  });

  await test.step('A comment that is deleted can be brought back as it was', async () => {
    await talk(ines.page).getByRole('button', { name: 'Delete the comment by Tom Yilmaz' }).click();
    await expect(talk(tom.page).getByText('The inquest of 1912 counted 42.')).toBeHidden();
    await ines.page.getByRole('button', { name: 'Undo' }).click();
    await expect(said(tom.page, 'The inquest of 1912 counted 42.')).toContainText('Tom Yilmaz');
    expect((await comments())[1]).toMatchObject({ id: answer?.id, createdBy: answer?.createdBy });
  });
});

test('a resolved thread folds to one line for everybody, opens again, and is counted where the claim is', async ({
  newsroom,
}) => {
  const [ines, tom] = [await newsroom.join('editor', 'Ines Prado'), await newsroom.join('checker', 'Tom Yilmaz')];
  const { api, claim, article } = await at(newsroom, ines);
  await api.call('POST', `/api/claims/${claim.id}/comments`, { body: 'Who counted them?' });
  await api.call('POST', `/api/claims/${claim.id}/comments`, { body: 'And who drowned?' });
  await openDesk(tom.page, article);
  await expect(notes(tom.page)).toHaveAccessibleName(/2 open comments/);
  await expect(row(tom.page, 'with 42 people on board')).toContainText('2 open comments');

  const first = talk(ines.page).getByRole('listitem').filter({ hasText: 'Who counted them?' }).first();
  await first.getByRole('button', { name: 'Resolve' }).click();
  const fold = talk(ines.page).getByRole('button', { name: /^Resolved by Ines Prado/ });
  await expect(fold).toBeFocused();
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await expect(talk(ines.page).getByRole('button', { name: 'Delete the comment by Maya Osei' })).toHaveCount(1);
  await expect(notes(tom.page)).toHaveAccessibleName(/1 open comment/);

  await openDesk(tom.page, article, claim.id);
  await talk(tom.page)
    .getByRole('button', { name: /^Resolved by Ines Prado/ })
    .click();
  await expect(said(tom.page, 'Who counted them?')).toContainText('Maya Osei');
  await talk(tom.page).getByRole('button', { name: 'Reopen' }).click();
  await expect(talk(ines.page).getByRole('button', { name: 'Resolve' })).toHaveCount(2);
  await audit(ines.page, 'A claim with comments');
});

test('a reply written without a network is kept, also over a reload, and arrives once', async ({ newsroom }) => {
  const tom = await newsroom.join('checker', 'Tom Yilmaz');
  const { api, claim, article, comments } = await at(newsroom);
  await api.call('POST', `/api/claims/${claim.id}/comments`, { body: 'Who counted them?' });
  await openDesk(tom.page, article, claim.id);
  const { page } = tom;

  await test.step('What is typed and not sent is there again after a reload', async () => {
    await talk(page).getByRole('button', { name: 'Reply' }).click();
    await talk(page).getByRole('textbox', { name: 'Your reply' }).fill('The inquest counted');
    await expect(talk(page).getByText('Kept on this computer until you send it.')).toBeVisible();
    await page.reload();
    await expect(talk(page).getByRole('textbox', { name: 'Your reply' })).toHaveValue('The inquest counted');
  });

  await page.context().setOffline(true);
  await expect(page.getByText('You are offline.')).toBeVisible();
  await talk(page).getByRole('textbox', { name: 'Your reply' }).fill('The inquest counted 42.');
  await page.keyboard.press('Control+Enter');
  await expect(said(page, 'The inquest counted 42.')).toContainText('Waiting for the network');
  await talk(page).getByRole('button', { name: 'Resolve' }).click();
  await expect(saved(page)).toHaveText('2 changes wait');
  await page.context().setOffline(false);
  await expect(saved(page)).toHaveText('Saved');

  expect(
    (await comments()).map(({ body, parentId, resolvedAt }) => [body, parentId === null, resolvedAt !== null]),
  ).toEqual([
    ['Who counted them?', true, true],
    ['The inquest counted 42.', false, false],
  ]);
  const { items } = await api.call<{ items: Event[] }>('GET', `/api/claims/${claim.id}/history`);
  expect(items.map(({ kind }) => kind)).toEqual([
    'claim.created',
    'comment.added',
    'comment.added',
    'comment.resolved',
  ]);
});

test('the keyboard alone writes, answers, resolves and opens a thread', async ({ newsroom }) => {
  const tom = await newsroom.join('checker', 'Tom Yilmaz');
  await at(newsroom, tom);
  const { page } = tom;
  const keys = page.keyboard;
  await card(page).focus();
  await keys.press('m');
  await expect(box(page)).toBeFocused();
  await keys.type('Who counted them?');
  await keys.press('Control+Enter');
  await expect(box(page)).toBeFocused();
  await keys.press('Escape');
  await expect(card(page)).toBeFocused();

  await tabTo(page, talk(page).getByRole('button', { name: 'Reply' }));
  await keys.press('Enter');
  await expect(talk(page).getByRole('textbox', { name: 'Your reply' })).toBeFocused();
  await keys.type('The inquest.');
  await keys.press('Control+Enter');
  await expect(talk(page).getByRole('button', { name: 'Reply' })).toBeFocused();
  await keys.press('Tab');
  await expect(talk(page).getByRole('button', { name: 'Resolve' })).toBeFocused();
  await keys.press('Enter');
  const fold = talk(page).getByRole('button', { name: /^Resolved by Tom Yilmaz/ });
  await expect(fold).toBeFocused();
  await keys.press('Enter');
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
  await tabTo(page, talk(page).getByRole('button', { name: 'Reopen' }));
  await keys.press('Enter');
  await expect(talk(page).getByRole('button', { name: 'Resolve' })).toBeFocused();
});

test('a viewer sees nothing of what is said', async ({ newsroom }) => {
  const viewer = await newsroom.join('viewer', 'Vera Lind');
  const { api, article, claim } = await at(newsroom);
  await api.call('POST', `/api/claims/${claim.id}/comments`, { body: 'Ring the widow.' });
  await openDesk(viewer.page, article, claim.id);
  await expect(card(viewer.page)).toBeVisible();
  await expect(talk(viewer.page)).toHaveCount(0);
  await viewer.page.keyboard.press('m');
  await api.call('POST', `/api/claims/${claim.id}/comments`, { body: 'At home.' });
  // What comes after it over the same stream has arrived: so would it have.
  await api.call('PATCH', `/api/claims/${claim.id}`, { verdict: 'true' }, { ifMatch: 1 });
  await expect(card(viewer.page).getByText('True', { exact: true }).first()).toBeVisible();
  expect(await viewer.page.content()).not.toMatch(/widow|At home/);
  const seen = await viewer.api.call<Claim>('GET', `/api/claims/${claim.id}`);
  expect(seen.comments).toEqual([]);
});

/** Presses Tab until the focus is on what is wanted, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted, 'It is reached with Tab').toBeFocused();
}
