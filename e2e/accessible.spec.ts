import fs from 'node:fs';
import type { Claim } from '../core/claim/claim';
import { audit, complaintsOf } from './audit';
import { openDesk, rationale, selectWords } from './desk';
import { type Api, expect, test } from './newsroom';
import { Server } from './server';

const story = `The lighthouse at Skarn Point was lit in 1871 and is 42 metres high. Its keeper, Ane Holt, says that it never once went dark.

The council voted 7 to 2 to sell it. About 30,000 people visit the point each year.

The council voted 7 to 2 to sell it. About 30,000 people visit the point each year.`;

/** An article with something of everything: verdicts, overlapping places, a source, a correction, a claim without a verdict. */
async function writtenUp(api: Api) {
  const article = await api.article(story, { title: 'The light at Skarn Point' });
  const height = await api.claim(article.id, 'was lit in 1871 and is 42 metres high', {
    verdict: 'half-true',
    rationale: 'The year is **right**. The [pilot book](https://pilot.example/skarn) says *38 metres*.',
    correction: 'was lit in 1871 and is 38 metres high',
    severity: 'minor',
  });
  await api.call('POST', `/api/claims/${height.id}/citations`, {
    source: { title: 'The pilot book', url: 'https://pilot.example/skarn', publisher: 'Hydrographic office' },
    stance: 'refutes',
    quote: 'a white tower, 38 m',
    locator: 'page 212',
  });
  await api.claim(article.id, '1871', { verdict: 'true' });
  await api.claim(article.id, 'it never once went dark', { attributedTo: 'Ane Holt', status: 'query' });
  return { article, height };
}

test.describe('axe finds nothing, nothing scrolls sideways at 320 pixels, and no policy is breached', () => {
  test.setTimeout(150_000);

  test('before anybody is in', async ({ browser }) => {
    const server = await Server.open();
    const context = await browser.newContext({ baseURL: server.url, reducedMotion: 'reduce' });
    const complaints = complaintsOf(context);
    const page = await context.newPage();
    await page.goto('/');
    await expect(page).toHaveURL(/\/welcome$/);
    await audit(page, 'the first visit');

    await page.getByLabel('newsroom', { exact: false }).first().fill('The Harbour Post');
    await page.getByLabel('Your name').fill('Maya Osei');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('maya@newsroom.test');
    await page.getByRole('textbox', { name: 'Password' }).fill('correct horse battery staple');
    await page.getByRole('main').getByRole('button').last().click();
    await expect(page.getByRole('heading', { name: 'Nothing to check yet' })).toBeVisible();
    await audit(page, 'the list before the first article');

    const invited = await context.request.post('/api/invitations', { data: { role: 'checker' } });
    const { token } = await invited.json();
    await context.clearCookies();
    await page.goto(`/join/${token}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await audit(page, 'an invitation');
    await page.goto('/join/no-such-invitation');
    await audit(page, 'an invitation that cannot be used');
    await page.goto('/sign-in');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('maya@newsroom.test');
    await page.getByRole('textbox', { name: 'Password' }).fill('not the password');
    expect(complaints).toEqual([]);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert').filter({ hasText: /\w/ })).toBeVisible();
    await audit(page, 'signing in');
    await context.close();
    await server.close();
  });

  test('on the screens around the desk', async ({ newsroom }) => {
    const { page, api } = await newsroom.join('admin');
    const complaints = complaintsOf(page.context());
    const { article } = await writtenUp(api);
    await page.goto('/');
    await audit(page, 'the list');
    await page.getByRole('button', { name: /^Paste text/ }).click();
    await page.getByRole('textbox', { name: 'The article’s text' }).fill(story);
    await audit(page, 'the dialog for pasting');
    await page.getByRole('button', { name: 'Preview' }).click();
    await expect(page.getByRole('region', { name: 'The text as it will stand' })).toBeVisible();
    await audit(page, 'the preview');
    for (const place of ['/sources', '/people', '/settings', '/audit', `/articles/${article.id}/sign-off`]) {
      await page.goto(place);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await audit(page, place);
    }
    expect(complaints).toEqual([]);
    await page.goto('/no-such-page');
    await audit(page, 'a page that is not there');
    await page.goto('/articles/no-such-article');
    await audit(page, 'an article that is not there');
  });

  test('in the library of sources', async ({ newsroom }) => {
    const { page, api } = await newsroom.join('editor');
    const complaints = complaintsOf(page.context());
    const { height } = await writtenUp(api);
    const about = { kind: 'interview', title: 'The keeper', details: { whom: 'Ane Holt', role: 'keeper' } };
    const { id } = await api.call<{ id: string }>('POST', '/api/sources', about);
    await api.call('POST', '/api/sources', { title: 'Keeper, the' });
    await api.call('POST', `/api/claims/${height.id}/citations`, { sourceId: id, stance: 'supports' });
    const tried = { channel: 'phone', who: 'Ane Holt', at: '2026-03-01T10:00:00Z', outcome: 'Nobody answered.' };
    await api.call('POST', `/api/sources/${id}/contacts`, { ...tried, nextTry: '2026-03-02T10:00:00Z' });
    const doubt = { standing: 'doubtful', reason: 'She was away that year.' };
    await api.call('POST', `/api/sources/${id}/standing`, doubt, { status: 200 });
    await page.goto(`/sources?standing=doubtful&id=${id}`);
    await expect(page.getByText('This source is doubtful.')).toBeVisible();
    await page.getByRole('button', { name: 'Log a contact' }).click();
    await audit(page, 'a source that is doubtful');
    await page.getByRole('button', { name: 'Change its standing' }).click();
    await page.getByRole('button', { name: 'Mark as doubtful' }).waitFor();
    await audit(page, 'the standing of a source');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Merge into “Keeper, the”' }).click();
    await audit(page, 'merging a double');
    expect(complaints).toEqual([]);
  });

  test('at the desk', async ({ newsroom }) => {
    const { page, api } = await newsroom.join('editor');
    const complaints = complaintsOf(page.context());
    const { article, height } = await writtenUp(api);
    await openDesk(page, article);
    await audit(page, 'the desk at rest');
    await selectWords(page, 'About 30,000 people visit the point each year.');
    await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible();
    await audit(page, 'words selected');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await audit(page, 'the keys');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Export' }).click();
    await expect(page.getByRole('dialog', { name: 'Export the report' })).toBeVisible();
    await audit(page, 'the export');
    await page.keyboard.press('Escape');
    await openDesk(page, article, height.id);
    await audit(page, 'a card open');
    const [citation] = (await api.call<Claim>('GET', `/api/claims/${height.id}`)).citations;
    const file = { name: 'pilot-book.csv', mimeType: 'text/csv', buffer: Buffer.from('tower;metres\nSkarn;38\n') };
    const multipart = { citationId: citation!.id, file };
    await page.request.post(`/api/sources/${citation!.sourceId}/files`, { multipart });
    await page.getByRole('button', { name: 'Look at pilot-book.csv' }).click();
    await expect(page.getByRole('dialog', { name: 'pilot-book.csv' })).toContainText('Skarn');
    await audit(page, 'a file looked at');
    await page.keyboard.press('Escape');
    await audit(page, 'evidence on a card');
    await page.goto(`/sources?id=${citation!.sourceId}`);
    await expect(page.getByRole('region', { name: 'Evidence' })).toBeVisible();
    await audit(page, 'evidence on a source');
    expect(complaints).toEqual([]);
  });

  test('where the text is edited, and where claims follow it', async ({ newsroom }) => {
    const { page, api } = await newsroom.join('editor');
    const complaints = complaintsOf(page.context());
    const { article, height } = await writtenUp(api);
    await openDesk(page, article);
    await page.keyboard.press('e');
    await expect(page.getByRole('textbox', { name: /being edited/ })).toBeFocused();
    await audit(page, 'editing');
    await page.keyboard.press('Escape');

    // The height changes, and the votes go.
    const newer = story.replace('42 metres', '41 metres').replaceAll('it never once went dark', 'it went dark twice');
    await api.call('POST', `/api/articles/${article.id}/drafts`, { text: newer }, { status: 200 });
    await openDesk(page, article, height.id);
    await expect(page.getByRole('region', { name: 'Words changed since the verdict' })).toBeVisible();
    await audit(page, 'a claim to recheck');
    await api.call('POST', `/api/articles/${article.id}/drafts`, { text: 'Nothing of it is left.' }, { status: 200 });
    await expect(page.getByRole('heading', { name: /lost their words/ })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Words that are gone' })).toBeVisible();
    await audit(page, 'a claim whose words are gone');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Versions and drafts' }).click();
    await expect(page.getByRole('region', { name: 'What changed' }).locator('del').first()).toBeVisible();
    await audit(page, 'the versions');
    await page.getByRole('button', { name: 'Bring in a new draft' }).click();
    await page.getByLabel('Or paste the text').fill(story);
    await audit(page, 'a new draft');
    await page.getByRole('button', { name: 'See what changes' }).click();
    await expect(page.getByRole('region', { name: 'What becomes of the claims' })).toBeVisible();
    await audit(page, 'what a new draft changes');
    await page.getByRole('button', { name: 'Use this draft' }).click();
    await page.getByRole('button', { name: 'Decide on corrections' }).click();
    await expect(page.getByRole('dialog', { name: 'Proposed corrections' })).toBeVisible();
    await audit(page, 'the corrections');
    expect(complaints).toEqual([]);
  });

  test('where two people disagree, and where the server is away', async ({ newsroom }) => {
    const { page, api } = await newsroom.join('editor');
    const other = await newsroom.join('checker');
    const { article, height } = await writtenUp(api);
    await openDesk(page, article, height.id);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Change the rationale' }).click();
    await rationale(page).fill('The tower was raised in 1902.');
    await expect(page.getByText('You are offline.')).toBeVisible();
    await audit(page, 'offline');
    const { revision } = await other.api.call<Claim>('GET', `/api/claims/${height.id}`);
    await other.api.call('PATCH', `/api/claims/${height.id}`, { rationale: 'Both are right.' }, { ifMatch: revision });
    await page.context().setOffline(false);
    await expect(page.getByRole('button', { name: 'Use mine' })).toBeVisible();
    await audit(page, 'a conflict');
  });

  test('in the report', async ({ newsroom, browser }, testInfo) => {
    const { api } = await newsroom.join('editor');
    const { article } = await writtenUp(api);
    const file = testInfo.outputPath('report.html');
    fs.writeFileSync(
      file,
      await api.call<string>('GET', `/api/articles/${article.id}/export?format=html&edition=internal`),
    );
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const complaints = complaintsOf(context);
    const page = await context.newPage();
    await page.goto(`file://${file}`);
    await audit(page, 'the report');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
