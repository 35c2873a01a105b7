import { articleText, card, deskReady, row } from './desk';
import { holdOver } from './list';
import { expect, test } from './newsroom';
import { wordDocument } from './word-document';

const paragraphs = [
  'The tram to Oberau carried [800=>900] people on its first day.',
  'The line is 7.4 km long, says the operator, and cost 61 million euros. Nobody counted the dogs.',
];
const comments = [
  {
    words: '7.4 km long',
    author: 'Lena Brandt',
    body: 'From the operator: https://tram.example/line?id=4 (page 2).',
    replies: [{ author: 'Otto', body: 'The map has 7.1.' }],
  },
  { words: 'cost 61 million euros', author: 'Lena Brandt', body: 'The council’s own figure.', resolved: true },
];

test('A Word document is dropped in, and its comments are claims on exactly their words, with thread and source.', async ({
  newsroom,
}) => {
  const { page, api } = await newsroom.join('editor');
  await page.goto('/');
  const bytes = [...wordDocument(paragraphs, comments)];
  const dropped = await page.evaluateHandle((bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], 'tram.docx'));
    return data;
  }, bytes);
  await holdOver(page, dropped);
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });

  const preview = page.getByRole('dialog', { name: 'Bring in an article' });
  await test.step('The preview says what came: words, comments, tracked changes', async () => {
    await expect(preview).toContainText('From tram.docx · Word document');
    await expect(preview.getByRole('checkbox', { name: 'Make claims of its 2 comments' })).toBeChecked();
    await expect(preview.getByRole('radio', { name: 'Taken as accepted' })).toBeChecked();
    await expect(preview.locator('.typeset span').getByText('carried 900 people')).toBeVisible();
    await expect(preview.locator('mark')).toHaveText(['7.4 km long', 'cost 61 million euros']);
  });
  await test.step('The text as it was before the tracked changes can be taken instead', async () => {
    await preview.getByRole('radio', { name: 'The text as it was before' }).check();
    await expect(preview.locator('.typeset span').getByText('carried 800 people')).toBeVisible();
    await preview.getByRole('radio', { name: 'Taken as accepted' }).check();
    await expect(preview.locator('.typeset span').getByText('carried 900 people')).toBeVisible();
  });
  await preview.getByLabel('Title').fill('The tram to Oberau');
  await preview.getByRole('button', { name: 'Save and open' }).click();
  await page.waitForURL(/\/articles\//);
  await deskReady(page);

  await test.step('Each comment is a claim on its words', async () => {
    await expect(articleText(page).locator('mark')).toHaveText(['7.4 km long', 'cost 61 million euros']);
    await row(page, '7.4 km long').click();
    await expect(card(page)).toContainText('Lena Brandt');
    await expect(card(page)).toContainText('The map has 7.1.');
    await expect(
      card(page)
        .getByRole('link', { name: /tram\.example/ })
        .first(),
    ).toHaveAttribute('href', 'https://tram.example/line?id=4');
  });
  const article = new URL(page.url()).pathname.replace('/articles', '/api/articles');
  const { items } = await api.call<{
    items: { anchors: { exact: string }[]; comments: { resolvedAt: string | null }[] }[];
  }>('GET', `${article}/claims`);
  expect(
    items.map(({ anchors, comments }) => [anchors[0]!.exact, comments.length, comments[0]!.resolvedAt !== null]),
  ).toEqual([
    ['7.4 km long', 2, false],
    ['cost 61 million euros', 1, true],
  ]);
});

for (const [what, bytes, sentence] of [
  ['no Word document at all', Buffer.from('Just words.'), /not a Word document/],
  ['cut short', wordDocument(paragraphs, comments).subarray(0, 900), /cut short|not whole|damaged/],
] as const)
  test(`A file that calls itself .docx and is ${what} is refused with a sentence.`, async ({ newsroom }) => {
    const { page } = await newsroom.join('editor');
    await page.goto('/');
    const waiting = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /Drop a file here/ }).click();
    await (await waiting).setFiles({ name: 'broken.docx', mimeType: '', buffer: bytes });
    await expect(page.getByRole('dialog', { name: 'This could not be brought in' }).getByRole('alert')).toHaveText(
      sentence,
    );
  });
