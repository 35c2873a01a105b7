import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { card, deskReady } from './desk';
import { expect, test } from './newsroom';

const attack = '<img src=https://evil.example/x.png onerror=owned=1><script>owned=1</script>"><svg onload=owned=1>';
const html = `<!doctype html><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">
<link rel="stylesheet" href="https://evil.example/style.css"><style>@import url(https://evil.example/i.css);</style>
<script>owned = 1</script><script src="https://evil.example/s.js"></script>
<h1>Dredging ends in May</h1>
<p onclick="owned=1" onmouseover="owned=1" style="background:url(https://evil.example/b.png)">The harbour is dredged every <a href="javascript:owned=1">seven</a> years.</p>
<img src="x" onerror="owned=1"><img src="https://evil.example/pixel.gif" width="1" height="1" alt="">
<figure><img src="https://evil.example/photo.jpg" alt="A dredger"><figcaption>The dredger <b onfocus="owned=1" tabindex="0">Hilda</b></figcaption></figure>
<svg onload="owned=1"><script>owned=1</script><a xlink:href="javascript:owned=1"><text>drawn</text></a></svg>
<math><mtext></mtext><mglyph><style><img src=x onerror="owned=1"></style></mglyph></math>
<iframe src="https://evil.example/" srcdoc="<script>parent.owned=1</script>"></iframe><object data="https://evil.example/o"></object>
<embed src="https://evil.example/e"><video src="https://evil.example/v" autoplay onerror="owned=1"></video>
<form action="https://evil.example/" onsubmit="owned=1"><button formaction="javascript:owned=1">Send</button></form>
<noscript><p title="</noscript><img src=x onerror=owned=1>">quiet</p></noscript>
<p>Mud is taken <a href=" &#x6a;avascript:owned=1">out to sea</a> and <a href="data:text/html,<script>owned=1</script>">left</a> there. ${attack
  .replaceAll('<', '&lt;')
  .replaceAll('>', '&gt;')}</p>`;

/** Notices whatever a page must not do with what strangers wrote. */
function watch(page: Page, home: string): string[] {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => seen.push(`popup: ${popup.url()}`));
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(`${home}/`)) seen.push(`request: ${request.url()}`);
  });
  return seen;
}

/** Nothing ran, nothing was asked of another host, and nothing that could run is in the page. */
async function inert(page: Page, seen: string[]): Promise<void> {
  expect(seen).toEqual([]);
  expect(await page.evaluate(() => 'owned' in window)).toBe(false);
  const alive = await page.evaluate(() =>
    [...document.querySelectorAll('main *, dialog *, article *')].flatMap((element) =>
      [...element.attributes]
        .filter(
          ({ name, value }) =>
            /^on/i.test(name) ||
            /^\s*(javascript|data|vbscript):/i.test(value) ||
            (/evil\.example/.test(value) && /^(src|style|action|data|srcset|poster|background)$/i.test(name)),
        )
        .map(({ name, value }) => `${element.tagName} ${name}=${value}`),
    ),
  );
  expect(alive).toEqual([]);
}

test('What strangers wrote stays text, on every screen and in the report.', async ({ newsroom, browser }, testInfo) => {
  const { page, api } = await newsroom.join('editor', attack);
  const seen = watch(page, newsroom.server.url);

  await test.step('in the preview of an import', async () => {
    await page.goto('/');
    const waiting = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /Drop a file here/ }).click();
    await (await waiting).setFiles({
      name: `${attack.replaceAll('/', '')}.html`,
      mimeType: 'text/html',
      buffer: Buffer.from(html),
    });
    const dialog = page.getByRole('dialog', { name: 'Bring in an article' });
    await expect(dialog).toContainText('The harbour is dredged every seven years.');
    await dialog.getByLabel('Title').fill(attack);
    await inert(page, seen);
    await dialog.getByRole('button', { name: 'Save and open' }).click();
    await page.waitForURL(/\/articles\//);
    await deskReady(page);
  });
  const articleId = new URL(page.url()).pathname.split('/').at(-1)!;

  await test.step('on the desk, in its card and its history', async () => {
    await inert(page, seen);
    const claim = await api.claim(articleId, 'The harbour is dredged every seven years.', {
      verdict: 'false',
      rationale: `${attack}\n\n[run](javascript:owned=1) ![shot](https://evil.example/r.png) <https://evil.example/auto>`,
      correction: attack,
      attributedTo: attack,
    });
    await api.call('POST', `/api/claims/${claim.id}/citations`, {
      source: { kind: 'web', title: attack, publisher: attack, url: 'https://evil.example/page' },
      stance: 'refutes',
      quote: attack,
      locator: attack,
      note: attack,
    });
    for (const url of ['javascript:owned=1', 'data:text/html,<script>owned=1</script>'])
      expect((await api.answer('POST', '/api/sources', { kind: 'web', title: 'bad', url })).status(), url).toBe(400);
    await page.goto(`/articles/${articleId}#claim-${claim.id}`);
    await expect(card(page)).toContainText('onerror=owned=1');
    await card(page).getByRole('button', { name: 'History' }).click();
    await expect(page.getByRole('dialog', { name: 'History of claim 1' })).toContainText('onerror=owned=1');
    await inert(page, seen);
    await page.keyboard.press('Escape');
  });

  await test.step('on the list and among the sources', async () => {
    await page.goto('/');
    await expect(page.getByRole('link', { name: attack })).toBeVisible();
    await inert(page, seen);
    await page.goto('/sources');
    await page.getByRole('link', { name: /onerror=owned=1/ }).click();
    await expect(page.getByRole('heading', { level: 2, name: attack })).toBeVisible();
    await inert(page, seen);
    await page.goto('/people');
    await inert(page, seen);
  });

  await test.step('in the report', async () => {
    const file = testInfo.outputPath('report.html');
    const report = await (
      await page.request.get(`/api/articles/${articleId}/export?format=html&edition=internal`)
    ).body();
    fs.writeFileSync(file, report);
    const context = await browser.newContext();
    const reader = await context.newPage();
    const there = watch(reader, 'http://nowhere.invalid');
    await reader.goto(`file://${file}`);
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText(attack);
    await reader.getByText('The harbour is dredged every').first().hover();
    await inert(reader, there);
    await context.close();
  });
});
