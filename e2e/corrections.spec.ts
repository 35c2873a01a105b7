import type { Claim } from '../core/claim/claim';
import { allSaved, articleText, card, caretAfter, edit, notes, openDesk } from './desk';
import { expect, type Newsroom, test } from './newsroom';

const story = `The canal was dug in 1824 by 600 men. It is 31 kilometres long.

Ships of 400 tonnes could pass it, the council says. It was closed in 1961.`;

async function withCorrections(newsroom: Newsroom) {
  const [ines, tom] = [await newsroom.join('editor', 'Ines Prado'), await newsroom.join('editor', 'Tom Yilmaz')];
  const article = await ines.api.article(story, { title: 'The canal' });
  const propose = (exact: string, correction: string) =>
    ines.api.claim(article.id, exact, { verdict: 'mostly-false', correction });
  const claimNow = ({ id }: Claim) => ines.api.call<Claim>('GET', `/api/claims/${id}`);
  return { ines, tom, article, propose, claimNow };
}

test('a correction is accepted while another person writes in its sentence, and never over words that nobody saw', async ({
  newsroom,
}) => {
  const { ines, tom, article, propose, claimNow } = await withCorrections(newsroom);
  const dug = await propose('The canal was dug in 1824 by 600 men.', 'The canal was dug in 1826 by 600 men.');
  await openDesk(ines.page, article, dug.id);
  await openDesk(tom.page, article);
  await edit(tom.page);
  await caretAfter(tom.page, 'by 600 men');
  await Promise.all([
    tom.page.keyboard.type(' and their horses', { delay: 20 }),
    card(ines.page).getByRole('button', { name: 'Put it into the text' }).click(),
  ]);
  const textNow = () => ines.api.call<string>('GET', `/api/articles/${article.id}/text`);
  await expect(async () => {
    // Words that changed under the correction are looked at again before it is accepted.
    const refused = card(ines.page).getByRole('button', { name: 'Discard' });
    if (await refused.isVisible()) {
      await refused.click();
      await card(ines.page).getByRole('button', { name: 'Put it into the text' }).click();
    }
    expect(await textNow()).toContain('1826');
  }).toPass();
  await allSaved(tom.page);
  for (const { page } of [ines, tom]) {
    await expect(articleText(page)).toContainText('The canal was dug in 1826 by 600 men');
    await expect(articleText(page)).not.toContainText('1824');
  }
  await expect.poll(async () => (await claimNow(dug)).correction).toBeNull();
  const { anchors } = await claimNow(dug);
  expect(anchors[0]).toMatchObject({ state: 'changed', exact: 'The canal was dug in 1824 by 600 men.' });
  expect(anchors[0]!.current).toContain('1826');
});

test('a correction is turned down with a reason, and the text stays', async ({ newsroom }) => {
  const { ines, article, propose, claimNow } = await withCorrections(newsroom);
  const dug = await propose('The canal was dug in 1824', 'The canal was dug in 1826');
  await openDesk(ines.page, article, dug.id);
  await card(ines.page).getByRole('button', { name: 'Turn it down' }).click();
  await card(ines.page).getByRole('button', { name: 'Turn it down' }).click();
  await expect(card(ines.page)).toContainText('Say why before turning it down.');
  await card(ines.page).getByLabel('Why it is turned down').fill('The deed has 1824.');
  await card(ines.page).getByRole('button', { name: 'Turn it down' }).click();
  await expect.poll(async () => (await claimNow(dug)).correction).toBeNull();
  await expect(articleText(ines.page)).toContainText('dug in 1824');
  await ines.page.getByRole('button', { name: 'History' }).click();
  await expect(ines.page.getByRole('dialog', { name: /History/ })).toContainText('The deed has 1824.');
});

test('several corrections are decided on together, and the accepted ones put in at once', async ({ newsroom }) => {
  const { ines, tom, article, propose } = await withCorrections(newsroom);
  await propose('31 kilometres long', '34 kilometres long');
  await propose('400 tonnes', '350 tonnes');
  await propose('closed in 1961', 'closed in 1968');
  await openDesk(ines.page, article);
  await openDesk(tom.page, article);
  await ines.page.getByRole('button', { name: 'Decide on corrections' }).click();
  const dialog = ines.page.getByRole('dialog', { name: 'Proposed corrections' });
  await dialog.getByRole('checkbox', { name: /400 tonnes/ }).uncheck();
  await dialog.getByRole('button', { name: 'Apply all 2 accepted' }).click();
  await expect(dialog).toBeHidden();
  for (const { page } of [ines, tom]) {
    await expect(articleText(page)).toContainText('It is 34 kilometres long.');
    await expect(articleText(page)).toContainText('It was closed in 1968.');
    await expect(page.getByRole('button', { name: 'Recheck 2' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Corrections 1' })).toBeVisible();
  }
  await expect(notes(tom.page)).toHaveCount(3);
});

test('who only checks proposes, and is not offered to accept', async ({ newsroom }) => {
  const { article, propose } = await withCorrections(newsroom);
  const dug = await propose('The canal was dug in 1824', 'The canal was dug in 1826');
  const checker = await newsroom.join('checker');
  await openDesk(checker.page, article, dug.id);
  await expect(card(checker.page)).toContainText('The canal was dug in 1826');
  await expect(card(checker.page).getByRole('button', { name: /Put it into the text/ })).toHaveCount(0);
  await expect(checker.page.getByRole('button', { name: 'Decide on corrections' })).toHaveCount(0);
});
