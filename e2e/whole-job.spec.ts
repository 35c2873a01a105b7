import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { allSaved, card, deskReady, selectWords } from './desk';
import { listHears } from './list';
import { expect, test } from './newsroom';

const cost = 'The repairs cost 38 million euros, the city council says.';
const html = `
<h1>The bridge at Kessel opens again</h1>
<p>The Kessel bridge was opened to traffic on Monday, 14 months after it was closed. ${cost}</p>
<p>About 9,000 vehicles crossed it on a working day before the closure. The engineer <em>Ines Roth</em> expects fewer now.</p>
<p>Toll stays at two euros. ${cost}</p>`;
const plain = html.replace(/<[^>]+>/g, '').trim();

/** Puts text on the clipboard, plain and as what a web page would have put there. */
async function copy(page: Page, text: string, rich?: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(
    ([text, rich]) => {
      const kinds: Record<string, Blob> = { 'text/plain': new Blob([text!], { type: 'text/plain' }) };
      if (rich) kinds['text/html'] = new Blob([rich], { type: 'text/html' });
      return navigator.clipboard.write([new ClipboardItem(kinds)]);
    },
    [text, rich],
  );
}

test('An article is pasted, a statement that stands twice is judged once and sourced, and the report that is downloaded says so.', async ({
  newsroom,
  browser,
}, testInfo) => {
  const { page, api } = await newsroom.join('editor', 'Noor Haddad');
  await api.call('POST', '/api/sources', {
    kind: 'document',
    title: 'Kessel bridge: final account of the works',
    publisher: 'City of Kessel',
  });

  await test.step('The list takes what is pasted and shows it before it saves it.', async () => {
    await page.goto('/');
    await listHears(page);
    await copy(page, plain, html);
    const preview = page.getByRole('dialog', { name: 'Bring in an article' });
    await page.keyboard.press('Control+V');
    await expect(preview.getByLabel('Title')).toHaveValue('The bridge at Kessel opens again');
    await expect(preview.getByLabel('Language')).toHaveValue('en');
    await preview.getByLabel('Title').fill('Kessel bridge, back in use');
    await preview.getByLabel('Language').selectOption('nl');
    await preview.getByRole('button', { name: 'Save and open' }).click();
    await page.waitForURL(/\/articles\//);
    await deskReady(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Kessel bridge, back in use' })).toBeVisible();
  });
  const articleId = new URL(page.url()).pathname.split('/').at(-1)!;
  expect((await api.call<{ language: string }>('GET', `/api/articles/${articleId}`)).language).toBe('nl');

  await test.step('One press marks the passage in both its places, and a key judges it.', async () => {
    await selectWords(page, cost, 1);
    await page.getByRole('button', { name: 'Mark all 2 places' }).click();
    await expect(card(page)).toHaveAccessibleName(`Claim 1 of 1, No verdict: ${cost}`);
    await expect(page.locator('mark.mark')).toHaveCount(2);
    await card(page).getByRole('radio', { name: 'Mostly false' }).click();
    await expect(card(page)).toHaveAccessibleName(`Claim 1 of 1, Mostly false: ${cost}`);
  });

  await test.step('Reason and correction are written.', async () => {
    await card(page).getByLabel('Rationale').fill('The final account has **41.6 million**, without the new ramps.');
    await card(page)
      .getByRole('button', { name: /Propose a correction/ })
      .click();
    await card(page)
      .getByLabel('Proposed correction')
      .fill('The repairs cost 41.6 million euros, the final account says.');
  });

  await test.step('A pasted address is a new source, and one used before is found by its words.', async () => {
    const add = card(page).getByRole('button', { name: 'Add source' });
    await add.click();
    await copy(page, 'https://council.kessel.example/minutes/2031-05?utm_source=mail');
    await page.keyboard.press('Control+V');
    await expect(card(page).getByRole('link', { name: /council\.kessel\.example/ })).toBeVisible();
    await card(page).getByLabel('Its very words').fill('The chair put the cost of repairs at 38 million.');
    await card(page).getByRole('radio', { name: 'Supports' }).check();
    await card(page).getByRole('button', { name: 'Done' }).click();
    await add.click();
    await card(page)
      .getByRole('combobox', { name: /Address of a source/ })
      .fill('final account');
    await card(page)
      .getByRole('option', { name: /Kessel bridge: final account of the works/ })
      .click();
    await card(page).getByRole('radio', { name: 'Refutes' }).check();
    await card(page).getByLabel('Page', { exact: true }).fill('page 12');
    await card(page).getByRole('button', { name: 'Done' }).click();
  });

  await test.step('The claim goes on to review, and everything is saved.', async () => {
    await card(page).getByRole('button', { name: 'In review' }).click();
    await allSaved(page);
  });

  const downloaded = async (form: 'Web page' | 'Stet’s data', name: string) => {
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export the report' });
    await dialog.getByRole('radio', { name: new RegExp(`^${form}`) }).check();
    const waiting = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download draft report' }).click();
    const download = await waiting;
    const file = testInfo.outputPath(name);
    await download.saveAs(file);
    await expect(dialog).toBeHidden();
    return file;
  };

  await test.step('The report is read where there is no network.', async () => {
    const file = await downloaded('Web page', 'report.html');
    const apart = await browser.newContext({ offline: true, javaScriptEnabled: false });
    const report = await apart.newPage();
    const asked: string[] = [];
    report.on('request', (request) => asked.push(request.url()));
    await report.goto(`file://${file}`);
    expect(asked.filter((url) => !/^(file|data):/.test(url))).toEqual([]);
    await expect(report.getByRole('heading', { level: 1 })).toHaveText('Kessel bridge, back in use');
    await expect(report.getByRole('link', { name: 'Claim 1: Mostly false' }).and(report.locator('.ref'))).toHaveCount(
      2,
    );
    await expect(report.locator('.m')).toHaveText([cost, cost]);
    const entry = report.getByRole('region', { name: 'The claims' }).getByRole('listitem').first();
    await expect(entry).toContainText('Mostly false');
    await expect(entry.getByText('41.6 million', { exact: true })).toBeVisible();
    await expect(entry.getByRole('insertion')).toHaveText(
      'The repairs cost 41.6 million euros, the final account says.',
    );
    await expect(entry).toContainText('Kessel bridge: final account of the works');
    await expect(entry).toContainText('City of Kessel · page 12');
    await expect(entry).toContainText('The chair put the cost of repairs at 38 million.');
    await expect(entry.getByRole('link', { name: /council\.kessel\.example/ })).toHaveAttribute(
      'href',
      'https://council.kessel.example/minutes/2031-05?utm_source=mail',
    );
    await expect(report.locator('body')).toContainText('Noor Haddad');
    await apart.close();
  });

  await test.step('The data holds the same.', async () => {
    const report = JSON.parse(fs.readFileSync(await downloaded('Stet’s data', 'report.json'), 'utf8'));
    expect(report.claims).toHaveLength(1);
    expect(report.claims[0]).toMatchObject({
      verdict: 'mostly-false',
      status: 'in-review',
      anchors: [{ exact: cost }, { exact: cost }],
      citations: [{ stance: 'supports' }, { stance: 'refutes', locator: 'page 12' }],
    });
  });
});
