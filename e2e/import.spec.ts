import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, type Member, test } from './newsroom';

const text = `Ebb and flood at Nørre Sand

The dam was built in 1931.\tIt is  2.4 km long — “a giant”, people said.

It was raised in 1978: 🌊 three metres.
The dam was built in 1931.`;

const utf16 = (words: string, order: 'LE' | 'BE') => {
  const bytes = Buffer.from(`\uFEFF${words}`, 'utf16le');
  return order === 'LE' ? bytes : bytes.swap16();
};
/** As an old Windows program saves it: one byte a character. */
const windows1252 = (words: string) =>
  Buffer.from(
    words.replace('—', '\x97').replace('“', '\x93').replace('”', '\x94').replace('🌊', 'o').replaceAll('\n', '\r\n'),
    'latin1',
  );

test.describe('An article comes in from a file', () => {
  let page: Page;
  let api: Member['api'];
  test.beforeEach(async ({ newsroom }) => {
    ({ page, api } = await newsroom.join('editor'));
    await page.goto('/');
  });

  const choose = async (name: string, file: Buffer | string, mimeType = '') => {
    const waiting = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /Drop a file here/ }).click();
    await (await waiting).setFiles(typeof file === 'string' ? file : { name, mimeType, buffer: file });
  };
  const preview = (): Locator => page.getByRole('dialog', { name: 'Bring in an article' });
  const textOfSaved = async () => {
    await preview().getByRole('button', { name: 'Save and open' }).click();
    await page.waitForURL(/\/articles\//);
    return api.call<string>('GET', `${new URL(page.url()).pathname.replace('/articles', '/api/articles')}/text`);
  };
  const asBlocks = (words: string) => words.replaceAll(/\n+/g, '\n');

  for (const [encoding, buffer, words] of [
    ['UTF-8', Buffer.from(text), text],
    ['UTF-16LE', utf16(text, 'LE'), text],
    ['UTF-16BE', utf16(text, 'BE'), text],
    ['Windows-1252', windows1252(text), text.replace('🌊', 'o')],
  ] as const)
    test(`as plain text in ${encoding}, character for character.`, async () => {
      await choose('dam.txt', buffer, 'text/plain');
      await expect(preview()).toContainText(`From dam.txt · Plain text · Read as ${encoding}`);
      await expect(preview()).toContainText('Everything was kept.');
      expect(await textOfSaved()).toBe(asBlocks(words));
    });

  test('as Markdown, with its headings, lists and links.', async () => {
    await choose(
      'dam.md',
      Buffer.from('# The dam\n\nBuilt in **1931**.\n\n- by [the county](https://county.example/)\n- in stone\n'),
    );
    await expect(preview()).toContainText('Markdown');
    const title = preview().getByLabel('Title');
    await expect(title).toHaveValue('The dam');
    // A title that is a sentence is seen from its first word to its last.
    await title.fill(`The dam ${'of the long valley '.repeat(6)}`);
    expect(await title.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
    expect(await title.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBeLessThanOrEqual(
      0,
    );
    await title.fill('The dam');
    expect(await textOfSaved()).toContain('Built in 1931.\nby the county\nin stone');
  });

  test('as a web page, whose preview names and counts what cannot be kept.', async () => {
    const html = `<!doctype html><title>The dam</title><script>1</script><script>2</script><style>p{}</style>
      <h1>The dam</h1><p onclick="x()">Built in 1931.</p><iframe src="https://frame.example/"></iframe>
      <p><a href="javascript:x()">Read</a> on.</p><table><tr><th>Year</th><th>Height</th></tr><tr><td>1978</td><td>9 m</td></tr></table>`;
    await choose('dam.html', Buffer.from(html), 'text/html');
    const dialog = preview();
    await expect(dialog.getByRole('heading', { name: 'What could not be kept' })).toBeVisible();
    for (const line of [
      '2 scripts',
      '1 script on an element',
      '1 style sheet',
      '1 embedded frame',
      '1 link that runs a script (its words are kept)',
    ])
      await expect(dialog.getByRole('listitem').filter({ hasText: line })).toHaveCount(1);
    expect(await textOfSaved()).toContain('Read on.\nYear\nHeight\n1978\n9 m');
  });

  for (const [what, name, buffer, sentence] of [
    [
      'an empty one',
      'empty.txt',
      Buffer.from(' \n'),
      'There is no text in this. Check that it is the right file, or paste the text.',
    ],
    [
      'a picture',
      'dam.txt',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'This file is not text. Save it as plain text, Markdown or HTML, or paste its words.',
    ],
    [
      'one of another kind',
      'dam.pages',
      Buffer.from('PK\x03\x04'),
      'Stet does not read this kind of file. Bring it in as .docx, .html, .md, .txt or Stet’s own .json, or paste its text.',
    ],
  ] as const)
    test(`but not ${what}: a sentence says what to do.`, async () => {
      await choose(name, buffer);
      await expect(page.getByRole('dialog', { name: 'This could not be brought in' }).getByRole('alert')).toHaveText(
        sentence,
      );
    });

  test('or from an address; one that is refused is changed where it stands.', async () => {
    await page.getByRole('button', { name: /Paste text/ }).click();
    const pasting = page.getByRole('dialog', { name: 'Paste text or an address' });
    await pasting.getByRole('textbox').fill('http://192.168.0.1/damm');
    await pasting.getByRole('button', { name: 'Preview' }).click();
    const refused = page.getByRole('dialog', { name: 'This could not be brought in' });
    await expect(refused.getByRole('alert')).toContainText('192.168.0.1');
    await refused.getByRole('button', { name: 'Change the address' }).click();
    await expect(pasting.getByRole('textbox')).toHaveValue('http://192.168.0.1/damm');
    await expect(pasting.getByRole('textbox')).toBeFocused();
  });

  test('but not one that is too large: it is not even sent.', async () => {
    const file = test.info().outputPath('long.txt');
    fs.writeFileSync(file, Buffer.alloc(11 * 1024 * 1024, 'a '));
    await choose('long.txt', file);
    await expect(page.getByRole('dialog', { name: 'This could not be brought in' }).getByRole('alert')).toHaveText(
      'long.txt has 11 MB. Such a file may have 10 MB: split it, and bring in the parts.',
    );
  });

  test('but not one that the interface must refuse as too large: it answers 413, whatever sent it.', async () => {
    const large = { id: randomUUID(), title: 'Long', text: 'word '.repeat(2_200_000) };
    expect((await api.answer('POST', '/api/articles', large)).status()).toBe(413);
    const wordy = { id: randomUUID(), title: 'Wordy', text: 'a b '.repeat(100_001) };
    const answer = await api.answer('POST', '/api/articles', wordy);
    expect(answer.status()).toBe(413);
    expect((await answer.json()).code).toBe('too-many-words');
  });
});
