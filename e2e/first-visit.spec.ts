import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { articleText, card, deskReady } from './desk';
import { Server } from './server';

const password = 'eleven quiet herons';

test.describe('The first visit', () => {
  test.describe.configure({ mode: 'serial' });
  let server: Server;
  let admin: Page;
  let invitation: string;
  test.beforeAll(async ({ browser }) => {
    server = await Server.open({ STET_SAMPLE: '1' });
    admin = await (await browser.newContext({ baseURL: server.url })).newPage();
  });
  test.afterAll(async () => {
    await admin.context().close();
    await server.close();
  });

  test('names the newsroom, makes the admin, and ends before a list with an article that is partly checked.', async () => {
    // Whoever is quicker than the page's scripts keeps what they typed.
    let arrive = () => {};
    const scripts = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await admin.route(/\.js$/, (route) => scripts.then(() => route.continue()));
    await admin.goto('/', { waitUntil: 'commit' });
    await expect(admin.getByRole('heading', { name: 'Name your newsroom' })).toBeVisible();
    await admin.getByLabel('Name of the newsroom').fill('The Kessel Courier');
    await admin.getByLabel('Your name').fill('Ada Lindqvist');
    await admin.getByLabel('E-mail').fill('ada@courier.test');
    await admin.getByRole('textbox', { name: 'Password' }).fill(password);
    arrive();
    const show = admin.getByRole('button', { name: 'Show' });
    await expect(async () => {
      await show.click({ timeout: 1000 });
      await expect(admin.getByRole('button', { name: 'Hide' })).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(admin.getByLabel('Your name')).toHaveValue('Ada Lindqvist');
    await admin.getByRole('button', { name: 'Open the desk' }).click();
    await expect(admin.getByRole('heading', { level: 1, name: 'Articles' })).toBeVisible();
    await expect(admin.getByText('The Kessel Courier')).toBeVisible();

    const rows = admin
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: admin.getByRole('heading', { level: 2 }) });
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText(/[1-9]\d* of [1-9]\d*/);
    await rows.getByRole('link').click();
    await deskReady(admin);
    await expect(articleText(admin)).toBeVisible();
    const claims = admin.getByRole('navigation', { name: 'Claims' }).getByRole('link');
    expect(await claims.count()).toBeGreaterThanOrEqual(5);
    await claims.nth(2).click();
    await expect(card(admin)).toContainText('Memorandum of understanding on strategic investments');
    await expect(card(admin)).toContainText(/Also in ¶ \d+/);
  });

  test('happens once: nobody makes a second newsroom, or an account without an invitation.', async ({ browser }) => {
    const context = await browser.newContext({ baseURL: server.url });
    const stranger = await context.newPage();
    await stranger.goto('/welcome');
    await expect(stranger.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await stranger.goto('/join/not-an-invitation');
    await expect(stranger.getByRole('heading', { name: 'This invitation cannot be used' })).toBeVisible();
    for (const extra of [{}, { newsroom: 'Another' }, { invitation: randomUUID() }]) {
      const answer = await context.request.post('/api/auth/sign-up/email', {
        data: { name: 'Eve', email: 'eve@elsewhere.test', password, ...extra },
      });
      expect(answer.status(), JSON.stringify(extra)).toBe(403);
      expect((await answer.json()).code).toBe('invitation-needed');
    }
    expect((await context.request.get('/api/articles')).status()).toBe(401);
    await context.close();
  });

  test('is followed by inviting others: a link lets one person in, with its role, once.', async ({ browser }) => {
    await admin.goto('/people');
    await admin.getByRole('button', { name: 'Invite' }).click();
    await admin.getByRole('radio', { name: /^Checker/ }).check();
    await admin.getByRole('button', { name: 'Make the link' }).click();
    invitation = await admin.getByLabel('Send them this link').inputValue();
    await admin.getByRole('button', { name: 'Done' }).click();
    expect(invitation).toContain(`${server.url}/join/`);

    const context = await browser.newContext({ baseURL: server.url });
    const page = await context.newPage();
    await page.goto(invitation);
    await expect(page.getByRole('heading', { name: 'Join The Kessel Courier' })).toBeVisible();
    await expect(page.getByText('You are invited as a checker.')).toBeVisible();
    await page.getByLabel('Your name').fill('Ben Okafor');
    await page.getByLabel('E-mail').fill('ben@courier.test');
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.getByRole('button', { name: 'Join' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Articles' })).toBeVisible();
    expect((await (await context.request.get('/api/me')).json()).role).toBe('checker');
    await context.clearCookies();
    await page.goto(invitation);
    await expect(page.getByRole('heading', { name: 'This invitation cannot be used' })).toBeVisible();
    await context.close();
  });
});

test.describe('A session', () => {
  let server: Server;
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    server = await Server.open();
    page = await (await browser.newContext({ baseURL: server.url })).newPage();
    const made = await page.request.post('/api/auth/sign-up/email', {
      data: { name: 'Ada', email: 'ada@courier.test', password, newsroom: 'Courier' },
    });
    expect(made.ok()).toBe(true);
  });
  test.afterAll(async () => {
    await page.context().close();
    await server.close();
  });

  test('that has ended leads to signing in, and from there back to the same page.', async () => {
    const made = await page.request.post('/api/articles', {
      data: { text: 'Two swans nest below the weir.', title: 'Swans' },
    });
    const { id } = await made.json();
    await page.context().clearCookies();
    await page.goto(`/articles/${id}`);
    await expect(page.getByText('Sign in to go on to the page you asked for.')).toBeVisible();
    await page.getByLabel('E-mail').fill('ada@courier.test');
    await page.getByRole('textbox', { name: 'Password' }).fill('a wrong guess');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('This e-mail address and password do not belong together.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`/articles/${id}`);
    await expect(articleText(page)).toContainText('Two swans nest below the weir.');
  });

  test('ends for good with signing out: its cookie opens nothing any more.', async ({ browser }) => {
    await page.goto('/');
    const cookies = await page.context().cookies();
    await page.getByRole('button', { name: 'Signed in as Ada' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    const replay = await browser.newContext({ baseURL: server.url });
    await replay.addCookies(cookies);
    expect((await replay.request.get('/api/me')).status()).toBe(401);
    await replay.close();
  });
});
