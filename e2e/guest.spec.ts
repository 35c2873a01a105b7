import type { Claim } from '../core/claim/claim';
import { audit, complaintsOf } from './audit';
import { card, openDesk, putQuery, saved, talk } from './desk';
import { expect, test } from './newsroom';
import { onPhone } from './phone';

const story = `The lighthouse at Skarn Point was lit in 1871 and is 42 metres high.

The council voted 7 to 2 to sell it. About 30,000 people visit the point each year.`;

test('the writer is asked by a link, answers on a phone without an account, and their wording becomes the correction', async ({
  newsroom,
  browser,
}) => {
  test.setTimeout(120_000);
  const { page, api, name } = await newsroom.join('editor', 'Edith Editor');
  const complaints = complaintsOf(page.context());
  const article = await api.article(story, { title: 'The light at Skarn Point' });
  const claim = await api.claim(article.id, '42 metres high', {
    verdict: 'false',
    rationale: 'The pilot book has 38.',
  });
  await openDesk(page, article, claim.id);

  await page.getByRole('button', { name: 'Ask the writer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Ben Writer');
  await audit(page, 'a link is made');
  await page.keyboard.press('Enter');
  const url = await dialog.getByRole('textbox', { name: 'Send them this link' }).inputValue();
  await audit(page, 'a link is shown once');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog.getByRole('listitem')).toContainText('not used yet');
  await page.keyboard.press('Escape');

  await putQuery(page, 'Where are the 42 metres from?', 'Ben Writer');
  await expect(talk(page)).toContainText('Ben Writer reads this thread');
  await expect(saved(page)).toHaveText('Saved');

  const phone = await onPhone(browser, newsroom);
  const writersComplaints = complaintsOf(phone);
  const writer = await phone.newPage();
  await writer.goto(url);
  await expect(writer.getByRole('heading', { level: 1, name: 'The light at Skarn Point' })).toBeVisible();
  expect(await phone.cookies()).toEqual([]);
  const words = writer.locator('mark');
  await expect(words).toHaveText('42 metres high');
  const about = writer.getByRole('article', { name: /42 metres high/ });
  await expect(words).toHaveAttribute('aria-details', (await about.getAttribute('id'))!);
  await expect(about).toContainText(`${name} asks`);
  await expect(writer.getByText('The pilot book has 38.')).toHaveCount(0);

  await writer.getByRole('button', { name: 'Next question' }).click();
  await expect(about.getByRole('textbox', { name: 'Your answer' })).toBeFocused();
  await writer.keyboard.type('From the keeper; I misheard.');
  await about.getByRole('button', { name: 'Propose other wording' }).click();
  await expect(about.getByRole('textbox', { name: 'How it should read' })).toHaveValue('42 metres high');
  await about.getByRole('textbox', { name: 'How it should read' }).fill('38 metres high');
  await audit(writer, 'an answer is written');
  await writer.setViewportSize({ width: 390, height: 844 });
  // What is written outlives the page.
  await writer.reload();
  await expect(about.getByRole('textbox', { name: 'Your answer' })).toHaveValue('From the keeper; I misheard.');
  await about.getByRole('button', { name: 'Send answer' }).click();
  await expect(about.getByText('Answered')).toBeVisible();
  await expect(about.getByRole('button', { name: 'Add to your answer' })).toBeFocused();

  // The editor sees it live, under the writer's name, and takes the wording over.
  const thread = card(page).getByRole('listitem').filter({ hasText: 'From the keeper; I misheard.' }).last();
  await expect(thread).toContainText('Ben Writer');
  await expect(thread.locator('ins')).toHaveText('38');
  await thread.getByRole('button', { name: 'Use as correction' }).click();
  await expect(thread).toContainText('This is the claim’s correction.');
  await expect
    .poll(async () => (await api.call<Claim>('GET', `/api/claims/${claim.id}`)).correction)
    .toBe('38 metres high');
  await audit(page, 'a proposal in a thread');

  // Somebody of the newsroom sees what the writer sees, and is not counted as the writer.
  await page.goto(url);
  await expect(page.getByText('This is what Ben Writer sees.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add to your answer' })).toHaveCount(0);

  await openDesk(page, article);
  await page.getByRole('button', { name: 'Ask the writer' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toContainText(/ · used .*(now|ago)/);
  await page.getByRole('button', { name: 'Revoke the link of Ben Writer' }).click();
  await expect(page.getByRole('button', { name: 'New link for Ben Writer' })).toBeFocused();
  await expect(page.getByRole('dialog').getByRole('listitem')).toContainText('The link was revoked');
  expect(writersComplaints).toEqual([]);
  // What is being written under it stays, to be copied.
  await about.getByRole('button', { name: 'Add to your answer' }).click();
  await about.getByRole('textbox', { name: 'More to say' }).fill('One more thing.');
  await about.getByRole('button', { name: 'Send answer' }).click();
  await expect(writer.getByRole('alert').filter({ hasText: 'This has not been sent' })).toBeVisible();
  await expect(about.getByText('One more thing.')).toBeVisible();
  const answered = await writer.reload();
  expect(answered!.status()).toBe(404);
  expect(answered!.headers()['referrer-policy']).toBe('no-referrer');
  await expect(writer.getByRole('heading', { name: 'This link opens nothing' })).toBeVisible();
  const closed = await writer.locator('main').innerHTML();
  await audit(writer, 'a link that opens nothing');
  await writer.goto('/guest/never-was');
  expect(await writer.locator('main').innerHTML()).toBe(closed);
  expect(complaints).toEqual([]);
  await phone.close();
});

test('whoever tries links that open nothing is told to wait, by the page as by the interface; a right link opens all the same', async ({
  newsroom,
  browser,
}) => {
  const { api } = await newsroom.join('editor');
  const article = await api.article(story);
  const { url } = await api.call<{ url: string }>('POST', `/api/articles/${article.id}/guests`, { name: 'Ben Writer' });
  const from = (address: string) =>
    browser.newContext({ baseURL: newsroom.server.url, extraHTTPHeaders: { 'x-forwarded-for': address } });
  const [guesser, other] = [await from('198.51.100.7'), await from('198.51.100.8')];
  const complaints = complaintsOf(guesser);
  for (let guess = 1; guess <= 30; guess++)
    expect((await guesser.request.get(`/guest/guess-${guess}`)).status(), `guess ${guess}`).toBe(404);

  const page = await guesser.newPage();
  await page.goto('/guest/guess-31');
  await expect(page.getByRole('heading', { level: 1, name: 'Too many tries' })).toBeVisible();
  await expect(page.getByText(/Wait (10|9) minutes/)).toBeVisible();
  await audit(page, 'too many tries');
  const asked = await guesser.request.get('/api/guest', { headers: { authorization: 'Bearer guess-32' } });
  expect(asked.status()).toBe(429);
  expect((await other.request.get('/guest/guess-33')).status()).toBe(404);
  await page.goto(url);
  await expect(page.getByText('From The Harbour Post')).toBeVisible();
  expect(complaints).toEqual([]);
  for (const context of [guesser, other]) await context.close();
});
