import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { openDesk } from './desk';
import { expect, test } from './newsroom';

const text = `The dam at Nørre Sand

The dam was built in 1931, and it is 2.4 km long, says the county. "=Sum" is a word here.

It was raised in 1978: 🌊 three metres.`;
const SECRET = 'the retired keeper';

/** Everything that a format must bring back, read by other means than those that wrote it. */
const readers: Record<string, { choice: string; ending: RegExp; holds(file: Buffer, path: string): void }> = {
  html: {
    choice: 'Web page',
    ending: /\.html$/,
    holds: (file) => expect(file.toString()).toContain('it is 2.4 km long'),
  },
  pdf: {
    choice: 'PDF',
    ending: /\.pdf$/,
    holds(file, path) {
      expect(file.subarray(0, 5).toString()).toBe('%PDF-');
      if (asked('pdftotext')) expect(execFileSync('pdftotext', [path, '-']).toString()).toContain('2.4 km long');
      if (asked('qpdf')) execFileSync('qpdf', ['--check', path]);
    },
  },
  docx: {
    choice: 'Word',
    ending: /\.docx$/,
    holds(file, path) {
      const parts = unzipSync(file);
      expect(strFromU8(parts['word/comments.xml']!)).toContain('w:comment ');
      expect(strFromU8(parts['word/document.xml']!)).toContain('commentRangeStart');
      if (asked('xmllint')) execFileSync('sh', ['-c', `unzip -p "${path}" word/document.xml | xmllint --noout -`]);
    },
  },
  md: { choice: 'Markdown', ending: /\.md$/, holds: (file) => expect(file.toString()).toContain('2.4 km long') },
  csv: {
    choice: 'Table (CSV)',
    ending: /\.csv$/,
    holds(file) {
      expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      expect(file.toString()).toMatch(/[",]'=Sum[",]/);
    },
  },
  xlsx: {
    choice: 'Excel',
    ending: /\.xlsx$/,
    holds(file) {
      const parts = unzipSync(file);
      const sheets = Object.entries(parts).filter(([name]) => /worksheets|sharedStrings/.test(name));
      const all = sheets.map(([, bytes]) => strFromU8(bytes)).join('');
      expect(all).toContain('2.4 km long');
      expect(all).not.toContain('<f>');
    },
  },
  json: {
    choice: 'Stet’s data',
    ending: /\.json$/,
    holds: (file) => expect(JSON.parse(file.toString()).claims).toHaveLength(2),
  },
  claimreview: {
    choice: 'ClaimReview',
    ending: /\.jsonld$/,
    holds: (file) => expect(file.toString()).toContain('ClaimReview'),
  },
  webannotation: {
    choice: 'Web Annotations',
    ending: /\.jsonld$/,
    holds: (file) => expect(JSON.parse(file.toString()).type).toBe('AnnotationCollection'),
  },
};

test.describe('The report goes out', () => {
  for (const [format, { choice, ending, holds }] of Object.entries(readers))
    test(`as ${format}, from the dialog, in both editions; the public one holds nothing confidential.`, async ({
      newsroom,
    }) => {
      const { page, api } = await newsroom.join('editor');
      const article = await api.article(text, { title: 'The dam' });
      await api.call(
        'PATCH',
        `/api/articles/${article.id}`,
        { url: 'https://news.example/dam' },
        { ifMatch: article.revision },
      );
      const claim = await api.claim(article.id, 'it is 2.4 km long', {
        verdict: 'false',
        attributedTo: 'The county',
        correction: 'it is 2.1 km long',
        rationale: 'The survey has **2.1**.',
      });
      await api.claim(article.id, '=Sum');
      await api.call('POST', `/api/claims/${claim.id}/citations`, {
        source: { title: SECRET, kind: 'interview', confidential: true },
        stance: 'refutes',
        quote: SECRET,
      });
      await openDesk(page, article);
      await page.getByRole('button', { name: 'Export' }).click();
      const dialog = page.getByRole('dialog', { name: 'Export the report' });
      await dialog.getByRole('radio', { name: new RegExp(`^${choice.replace(/[()]/g, '\\$&')}`) }).check();
      await dialog.getByRole('radio', { name: /^Readers/ }).check();
      const { file, name, path } = await take(page, test.info().outputPath());
      expect(name).toMatch(ending);
      holds(file, path);
      expect(everyByte(file)).not.toContain(SECRET);
      await expect(page.getByText(`Downloaded ${name}`)).toBeVisible();
    });

  test('and comes back: what was exported as data is the same article in another newsroom’s list.', async ({
    newsroom,
  }) => {
    const { page, api } = await newsroom.join('editor');
    const article = await api.article(text, { title: 'The dam comes back' });
    await api.claim(article.id, 'it is 2.4 km long', { verdict: 'false' });
    await openDesk(page, article);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('radio', { name: /^Stet’s data/ }).check();
    const { path } = await take(page, test.info().outputPath());
    await page.goto('/');
    const waiting = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /Drop a file here/ }).click();
    await (await waiting).setFiles(path);
    const preview = page.getByRole('dialog', { name: 'Bring in an article' });
    await expect(preview).toContainText('It comes back whole, with one claim and its history.');
    await preview.getByRole('button', { name: 'Save and open' }).click();
    await page.waitForURL((url) => /\/articles\//.test(url.pathname) && !url.pathname.includes(article.id));
    await expect(
      page.getByRole('navigation', { name: 'Claims' }).getByRole('link', { name: 'it is 2.4 km long' }),
    ).toBeVisible();
  });
});

async function take(page: Page, folder: string): Promise<{ file: Buffer; name: string; path: string }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Download/ }).click();
  const download = await waiting;
  const name = download.suggestedFilename();
  const path = `${folder}/${name}`;
  await download.saveAs(path);
  return { file: fs.readFileSync(path), name, path };
}

/** What a file holds, packed or not. */
function everyByte(file: Buffer): string {
  if (file.subarray(0, 2).toString() !== 'PK') return file.toString('latin1') + file.toString();
  return Object.values(unzipSync(file))
    .map((part) => Buffer.from(part).toString())
    .join('\n');
}

/** Whether a program is there to be asked; says so when it is not. */
function asked(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    console.info(`${program} is not installed: not asked`);
    return false;
  }
}
