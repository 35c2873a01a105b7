import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createServer, type Server as Site } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import type { Claim } from '../core/claim/claim';
import type { Citation, EvidenceFile } from '../core/source/source';
import { card, openDesk } from './desk';
import { expect, Newsroom, test } from './newsroom';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const run = "owned=1;try{top.owned=1;opener.owned=1}catch{};fetch('/api/me?owned');alert(1)";
const script = `<script>${run}</script><img src=x onerror="${run}"><svg onload="${run}">`;
const pdf = `%PDF-1.7
1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\);this.submitForm\\('/api/me?owned'\\))>>>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
trailer<</Root 1 0 R>>
`;

/** A PDF that does nothing. */
const calm = pdf.replace(/\/OpenAction<<.*?>>(?=>>)/, '');

/** What a browser would run if anybody let it, by the names that strangers give it. */
const hostile: readonly [name: string, type: string, body: string | Buffer][] = [
  ['page.html', 'text/html', `<!doctype html><title>Bees</title><p>Bees make honey.${script}`],
  [
    'drawing.svg',
    'image/svg+xml',
    `<svg xmlns="http://www.w3.org/2000/svg" onload="${run}"><script>${run}</script></svg>`,
  ],
  ['run.js', 'text/javascript', run],
  ['gif.html', 'image/gif', `GIF89a/*${script}*/=1;${run}`],
  ['both.html', 'application/pdf', `${pdf}<html>${script}`],
  ['photo.jpg.html', 'image/jpeg', Buffer.concat([png, Buffer.from(`<html>${script}`)])],
  [
    'xml.xhtml',
    'application/xhtml+xml',
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>${run}</script></html>`,
  ],
];

/** Notices whatever shows that something of a file was run, in any page of a context. */
function watch(context: BrowserContext): string[] {
  const seen: string[] = [];
  const look = (page: Page) => {
    page.on('dialog', (dialog) => {
      seen.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (/owned/.test(request.url())) seen.push(`request: ${request.url()}`);
    });
  };
  for (const page of context.pages()) look(page);
  context.on('page', look);
  return seen;
}

async function inert(page: Page, seen: readonly string[]): Promise<void> {
  for (const frame of page.frames())
    expect(await frame.evaluate(() => 'owned' in window).catch(() => false)).toBe(false);
  expect(seen).toEqual([]);
}

/** An article with one claim that cites a source, its card open. */
async function cited(newsroom: Newsroom, source: object, locator: string | null = null) {
  const { page, api } = await newsroom.join('editor');
  const article = await api.article('The river rose by two metres in the night.', { title: 'High water' });
  const claim = await api.claim(article.id, 'two metres');
  const citation = await api.call<Citation>('POST', `/api/claims/${claim.id}/citations`, {
    source,
    stance: 'supports',
    locator,
  });
  await openDesk(page, article, claim.id);
  const row = card(page).locator('.cited');
  await expect(row.getByRole('button', { name: 'Add file' })).toBeVisible();
  const filesNow = async () => (await api.call<Claim>('GET', `/api/claims/${claim.id}`)).citations[0]!.source.files;
  return { page, api, article, claim, citation, row, filesNow };
}

/** Drops or pastes files, as a browser tells a page of it. */
async function give(
  target: Locator,
  event: 'drop' | 'paste',
  files: readonly { name: string; type: string; body: Buffer }[],
) {
  const data = await target.evaluateHandle(
    (_, given) => {
      const transfer = new DataTransfer();
      for (const { name, type, body } of given)
        transfer.items.add(new File([Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0))], name, { type }));
      return transfer;
    },
    files.map(({ body, ...file }) => ({ ...file, body: body.toString('base64') })),
  );
  if (event === 'drop') {
    await target.dispatchEvent('dragenter', { dataTransfer: data });
    await expect(target).toHaveAttribute('data-over', '');
    await target.dispatchEvent('dragover', { dataTransfer: data });
    await target.dispatchEvent('drop', { dataTransfer: data });
  } else
    await target.evaluate(
      (element, transfer) =>
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
        ),
      data,
    );
}

test('Files are dropped, pasted or chosen onto a citation, looked at in their place, saved whole, and removed with a way back.', async ({
  newsroom,
}) => {
  const { page, row, filesNow } = await cited(newsroom, { title: 'Gauge at the bridge' }, 'page 3');
  const files = row.getByRole('list', { name: 'Evidence files' }).getByRole('listitem');
  await give(row, 'drop', [
    { name: 'shot.txt', type: 'text/plain', body: png },
    { name: 'levels.csv', type: 'text/html', body: Buffer.from('hour;level\n1;2.1\n2;2.4\n') },
  ]);
  await expect(files).toHaveCount(2);
  await give(row, 'paste', [{ name: 'image.png', type: 'image/png', body: png }]);
  await expect(files.filter({ hasText: 'Pasted' })).toContainText('Image');
  const choosing = page.waitForEvent('filechooser');
  await row.getByRole('button', { name: 'Add file' }).click();
  await (await choosing).setFiles({ name: 'report.pdf', mimeType: 'text/plain', buffer: Buffer.from(calm) });
  await expect(files.filter({ hasText: 'report.pdf' })).toContainText('PDF');
  await expect.poll(async () => (await filesNow()).length).toBe(4);

  await row.getByRole('button', { name: 'Look at shot.txt' }).click();
  const looking = page.getByRole('dialog', { name: 'shot.txt' });
  await expect
    .poll(() => looking.getByRole('img').evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBe(1);
  await page.keyboard.press('Escape');
  await row.getByRole('button', { name: 'Look at levels.csv' }).click();
  await expect(page.getByRole('dialog', { name: 'levels.csv' })).toContainText('hour;level');
  await page.keyboard.press('Escape');
  await row.getByRole('button', { name: 'Look at report.pdf' }).click();
  const pdfDialog = page.getByRole('dialog', { name: 'report.pdf' });
  // Where the browser has a viewer of its own for PDFs it begins at the cited page; else the dialog says so.
  if (await page.evaluate(() => navigator.pdfViewerEnabled))
    await expect(pdfDialog.locator('iframe')).toHaveAttribute('src', /\?view=1#page=3$/);
  else await expect(pdfDialog).toContainText('shows no PDF inside a page');
  await page.keyboard.press('Escape');

  const saving = page.waitForEvent('download');
  await row.getByRole('link', { name: 'Download shot.txt' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('shot.txt.png');
  expect(fs.readFileSync(await saved.path())).toEqual(png);

  await row.getByRole('button', { name: 'Remove levels.csv' }).click();
  await expect(files).toHaveCount(3);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(files).toHaveCount(4);
  await expect.poll(async () => (await filesNow()).map(({ name }) => name)).toContain('levels.csv');
});

test('A file that the server cannot take now is held by the page and sent when the network is back; one that is too large is refused in a sentence.', async ({
  newsroom,
}) => {
  const { page, row, filesNow } = await cited(newsroom, { title: 'Gauge at the weir' });
  await page.context().setOffline(true);
  await give(row, 'drop', [{ name: 'held.txt', type: 'text/plain', body: Buffer.from('Two metres.') }]);
  await expect(row.getByRole('listitem').filter({ hasText: 'held.txt' })).toContainText('Not kept yet');
  await expect(row.getByRole('button', { name: 'Send held.txt again' })).toBeVisible();
  await page.context().setOffline(false);
  await expect(row.getByRole('button', { name: 'Look at held.txt' })).toBeVisible();
  expect((await filesNow()).map(({ name }) => name)).toEqual(['held.txt']);
  await row.evaluate((element) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(50 * 1024 * 1024 + 1)], 'film.mp4'));
    element.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
  await expect(row.getByRole('listitem').filter({ hasText: 'film.mp4' })).toContainText('larger than 50 MB');
});

test('A picture of a long page is shown at a width that can be read; any picture is seen in full size where it had to be made smaller.', async ({
  newsroom,
}) => {
  const { page, row } = await cited(newsroom, { title: 'Screenshots' });
  await page.setViewportSize({ width: 800, height: 3000 });
  const long = await page.screenshot();
  await page.setViewportSize({ width: 1440, height: 900 });
  const broad = await page.screenshot();
  await give(row, 'drop', [
    { name: 'long.png', type: 'image/png', body: long },
    { name: 'broad.png', type: 'image/png', body: broad },
  ]);
  const widthIn = async (name: string) =>
    (await page.getByRole('dialog', { name }).getByRole('img').boundingBox())?.width ?? 0;
  await row.getByRole('button', { name: 'Look at long.png' }).click();
  await expect.poll(() => widthIn('long.png')).toBe(800);
  await expect(page.getByRole('button', { name: 'Show in full size' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await row.getByRole('button', { name: 'Look at broad.png' }).click();
  await page.getByRole('button', { name: 'Show in full size' }).click();
  await expect.poll(() => widthIn('broad.png')).toBe(1440);
  await page.getByRole('button', { name: 'Fit it in' }).click();
  await expect.poll(() => widthIn('broad.png')).toBeLessThan(1080);
});

test('Nothing of a stranger’s file is ever run, whichever way it is opened.', async ({ newsroom }) => {
  const { page, api, row, citation } = await cited(newsroom, { title: 'Traps' });
  const seen = watch(page.context());
  await give(
    row,
    'drop',
    hostile.map(([name, type, body]) => ({ name, type, body: Buffer.from(body) })),
  );
  for (const [name] of hostile) await expect(row.getByRole('link', { name: `Download ${name}` })).toBeVisible();
  const { items } = await api.call<{ items: EvidenceFile[] }>('GET', `/api/sources/${citation.sourceId}/files`);
  expect(items).toHaveLength(hostile.length);
  await inert(page, seen);

  await test.step('in the desk', async () => {
    for (const { name } of items) {
      const look = row.getByRole('button', { name: `Look at ${name}` });
      if ((await look.count()) === 0) continue;
      await look.click();
      const dialog = page.getByRole('dialog', { name });
      await expect(dialog).toBeVisible();
      if (name === 'both.html') await expect(dialog).toContainText('does not open it here');
      await inert(page, seen);
      await page.keyboard.press('Escape');
    }
  });

  await test.step('at its own address, in a frame, as a script, a style and a picture', async () => {
    for (const { id, name, sha256 } of items)
      for (const query of ['', '?view=1']) {
        const address = `/api/files/${id}${query}`;
        const answered = await page.request.get(address);
        expect(
          createHash('sha256')
            .update(await answered.body())
            .digest('hex'),
          name,
        ).toBe(sha256);
        const tab = await page.context().newPage();
        await tab.goto(address).catch(() => undefined);
        await inert(tab, seen);
        await tab.close();
        await page.evaluate(async (src) => {
          const made = ['iframe', 'script', 'img', 'link'].map((tag) => {
            const element = document.createElement(tag);
            if (tag === 'link') Object.assign(element, { rel: 'stylesheet', href: src });
            else element.setAttribute('src', src);
            document.body.append(element);
            return element;
          });
          await import(/* @vite-ignore */ src).catch(() => undefined);
          await fetch(src);
          for (const element of made) element.remove();
        }, address);
        await inert(page, seen);
      }
  });
});

test.describe('with a page of the web at hand', () => {
  let site: Site;
  let newsroom: Newsroom;
  let base: string;
  let words = 'The river rose by two metres.';
  test.beforeAll(async ({ browser }) => {
    const long = 'Nobody had seen it as high, said the mayor of the town, and nobody will again. '.repeat(8);
    site = createServer((_request, response) =>
      response
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end(`<title>High water</title><article><h1>High water</h1><p>${words}</p><p>${long}</p>${script}</article>`),
    );
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    const { port } = site.address() as AddressInfo;
    base = `http://127.0.0.1:${port}`;
    newsroom = await Newsroom.open(browser, { STET_FETCH_ALLOW: `127.0.0.1:${port}` });
  });
  test.afterAll(async () => {
    await newsroom.close();
    site.closeAllConnections();
    site.close();
  });

  test('A copy of the page is kept inert, and the source is flagged wherever it stands once the page has changed.', async () => {
    const { page, row, claim, article, citation } = await cited(newsroom, { title: 'High water', url: `${base}/news` });
    const seen = watch(page.context());
    await row.getByRole('button', { name: 'Copy the page' }).click();
    await row.getByRole('button', { name: 'Look at High water.html' }).click();
    const copy = page.getByRole('dialog', { name: 'High water.html' });
    await expect(copy).toContainText('The river rose by two metres.');
    await expect(copy).toContainText(`from ${base}/news`);
    await inert(page, seen);
    await page.keyboard.press('Escape');
    await expect(row.getByRole('listitem')).toContainText('Copy of the page');

    words = 'The river rose by one metre.';
    const other = await page.context().newPage();
    await other.goto('/sources');
    await other.getByRole('button', { name: 'Check all links' }).click();
    await expect(other.getByText('1 link checked: 0 gone, 1 changed')).toBeVisible();
    await expect(other.getByRole('link', { name: /High water/ })).toContainText('Page changed');
    await expect(row).toContainText('Page changed');
    await other.goto(`/sources?id=${citation.sourceId}`);
    await expect(other.getByRole('region', { name: 'Evidence' })).toContainText('Page changed');
    await other.getByRole('button', { name: 'Copy the page' }).click();
    await expect(other.getByRole('listitem').filter({ hasText: 'Copy of the page' })).toHaveCount(2);
    await expect(row).not.toContainText('Page changed');
    expect(claim.articleId).toBe(article.id);

    words = 'The river rose by three metres.';
    const editor = await newsroom.join('editor');
    await editor.api.call('POST', '/api/sources', { title: 'Of another article', url: `${base}/other` });
    await editor.page.goto(`/articles/${article.id}/sign-off`);
    const links = editor.page.getByRole('region', { name: 'Links of its sources' });
    await links.getByRole('button', { name: 'Check the link' }).click();
    await expect(links.getByText('1 link checked: 0 gone, 1 changed')).toBeVisible();
    await expect(links).toContainText('1 of 1 link is gone or changed.');
    await links.getByRole('link', { name: 'High water' }).click();
    await expect(editor.page.getByRole('heading', { name: 'Sources of an article' })).toBeVisible();
    const list = editor.page.getByRole('navigation', { name: 'Sources' });
    await expect(list.getByRole('link')).toHaveCount(1);
    await editor.page.getByRole('button', { name: 'Check these links' }).click();
    await expect(editor.page.getByText('1 link checked: 0 gone, 1 changed')).toBeVisible();
    await editor.page.getByRole('link', { name: 'Show all sources' }).click();
    await expect(list.getByRole('link', { name: /Of another article/ })).toBeVisible();
  });
});
