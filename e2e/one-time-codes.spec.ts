import { codeFor } from '../app/auth/testing/authenticator';
import { audit } from './audit';
import { expect, Newsroom, test } from './newsroom';

test('A newsroom asks everybody for one-time codes: they are set up before anything else, and asked for at signing in.', async ({
  browser,
}) => {
  const newsroom = await Newsroom.open(browser);
  const { page, email, password, api } = newsroom.admin;
  const { revision } = await api.call<{ revision: number }>('GET', '/api/newsroom');
  await api.call('PATCH', '/api/newsroom', { rules: { twoFactor: true } }, { ifMatch: revision });

  let secret = '';
  let code = '';
  let backup = '';
  await test.step('Whatever page is asked for, setting them up comes first', async () => {
    await page.goto('/sources');
    await expect(page.getByRole('heading', { name: 'Set up one-time codes' })).toBeVisible();
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('img', { name: 'QR code with the secret below' })).toBeVisible();
    await audit(page, 'setting one-time codes up');
    secret = (await page.locator('.two-factor__secret').textContent()) ?? '';
    await page.getByLabel('Code from the app').fill('000000');
    await page.getByRole('button', { name: 'Turn on' }).click();
    await expect(page.getByText('This code is not right.')).toBeVisible();
    await page.getByLabel('Code from the app').fill(codeFor(secret));
    await page.getByRole('button', { name: 'Turn on' }).click();
    backup = (await page.getByRole('list', { name: 'Backup codes' }).getByRole('listitem').first().textContent()) ?? '';
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await expect(page.getByRole('heading', { name: 'Sources', level: 1 })).toBeVisible();
  });

  const signIn = async () => {
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { name: 'One-time code' })).toBeVisible();
  };
  await test.step('The password alone lets nobody in; the code of the app does', async () => {
    await signIn();
    await page.goto('/');
    await expect(page).toHaveURL(/\/sign-in/);
    await signIn();
    await expect(page.getByLabel('Code from the app')).toBeFocused();
    await audit(page, 'the code at signing in');
    // The code of now has been used. What the app shows next is taken a little before its time, since clocks differ.
    code = codeFor(secret, Date.now() + 30_000);
    await page.getByLabel('Code from the app').fill(code);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Articles' })).toBeVisible();
  });
  await test.step('The same code does not twice; a backup code does, once', async () => {
    await signIn();
    await page.getByLabel('Code from the app').fill(code);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('This code has been used already.')).toBeVisible();
    await page.getByRole('button', { name: 'Use a backup code instead' }).click();
    await page.getByLabel('Backup code').fill(backup);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Articles' })).toBeVisible();
    await signIn();
    await page.getByRole('button', { name: 'Use a backup code instead' }).click();
    await page.getByLabel('Backup code').fill(backup);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Not signed in' })).toBeVisible();
  });
  await newsroom.close();
});
