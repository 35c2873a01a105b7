import type { Claim } from '../core/claim/claim';
import { allSaved, articleText, caretAfter, edit, openDesk } from './desk';
import { expect, type Newsroom, test } from './newsroom';

const harbour = 'The harbour of Tessel was deepened to 14 metres in 2003.';
const cranes = 'Its nine cranes lift 60 tonnes each, the port authority says.';
const people = 'It employs 1,900 people, down from 3,000 in 1990.';
const plans = 'Plans for a second basin were shelved in 2015.';
const story = [harbour, cranes, people, plans].join('\n\n');
const newer = [
  'Ships have called here since the Middle Ages.',
  people,
  'The harbour of Tessel was deepened to 15 metres in 2003.',
  cranes,
].join('\n\n');

async function atDesk(newsroom: Newsroom) {
  const [ines, tom] = [await newsroom.join('editor', 'Ines Prado'), await newsroom.join('editor', 'Tom Yilmaz')];
  const article = await ines.api.article(story, { title: 'The harbour of Tessel' });
  const claims: Claim[] = [];
  for (const exact of [harbour, cranes, people, plans])
    claims.push(await ines.api.claim(article.id, exact, { verdict: 'true' }));
  await openDesk(ines.page, article);
  await openDesk(tom.page, article);
  const claimNow = (nth: number) => ines.api.call<Claim>('GET', `/api/claims/${claims[nth]!.id}`);
  const textNow = () => ines.api.call<string>('GET', `/api/articles/${article.id}/text`);
  const bringIn = async (text: string) => {
    await ines.page.getByRole('button', { name: 'Versions and drafts' }).click();
    await ines.page.getByRole('button', { name: 'Bring in a new draft' }).click();
    await ines.page.getByLabel('Or paste the text').fill(text);
    await ines.page.getByRole('button', { name: 'See what changes' }).click();
    return ines.page.getByRole('dialog', { name: 'What the new draft changes' });
  };
  return { ines, tom, article, claimNow, textNow, bringIn };
}

test('a new draft shows what becomes of every claim before it is used, and is used while another person is on the desk', async ({
  newsroom,
}) => {
  const { ines, tom, claimNow, textNow, bringIn } = await atDesk(newsroom);
  await edit(tom.page);
  const preview = await bringIn(newer);
  const outcome = preview.getByRole('region', { name: 'What becomes of the claims' });
  await expect(outcome).toContainText('1 kept');
  await expect(outcome).toContainText('1 moved along');
  await expect(outcome).toContainText('1 to recheck');
  await expect(outcome).toContainText('One place is without its words');
  await expect(preview).toContainText('Ships have called here');
  expect(await textNow()).toBe([harbour, cranes, people, plans].join('\n'));

  await preview.getByRole('button', { name: 'Use this draft' }).click();
  await expect(preview).toBeHidden();
  for (const { page } of [ines, tom]) {
    await expect(articleText(page)).toContainText('Ships have called here since the Middle Ages.');
    await expect(page.getByRole('button', { name: 'Recheck 1' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Words gone 1' })).toBeVisible();
  }
  expect((await claimNow(0)).anchors[0]).toMatchObject({ state: 'changed', exact: harbour });
  expect((await claimNow(1)).anchors[0]).toMatchObject({ state: 'anchored', current: cranes });
  expect((await claimNow(2)).anchors[0]).toMatchObject({ state: 'anchored', current: people });
  expect((await claimNow(3)).anchors[0]).toMatchObject({ state: 'orphaned', exact: plans, current: null });

  await caretAfter(tom.page, 'Ships have called here');
  await tom.page.keyboard.type(' in numbers');
  await expect(articleText(ines.page)).toContainText('Ships have called here in numbers since');
  await allSaved(tom.page);
});

test('the same draft again changes nothing', async ({ newsroom }) => {
  const { ines, article, bringIn, textNow } = await atDesk(newsroom);
  const preview = await bringIn(story);
  await expect(preview).toContainText('The text is the same.');
  await preview.getByRole('button', { name: 'Use this draft' }).click();
  await expect(preview).toBeHidden();
  const { version } = await ines.api.call<{ version: number }>('GET', `/api/articles/${article.id}`);
  expect(version).toBe(0);
  expect(await textNow()).toBe([harbour, cranes, people, plans].join('\n'));
});

test('versions are listed, any two are compared, and an old one is brought back with its claims', async ({
  newsroom,
}) => {
  const { ines, tom, claimNow, textNow, bringIn } = await atDesk(newsroom);
  await (await bringIn(newer)).getByRole('button', { name: 'Use this draft' }).click();
  await expect(articleText(tom.page)).toContainText('Ships have called here');
  await ines.page.getByRole('button', { name: 'Versions and drafts' }).click();
  const versions = ines.page.getByRole('dialog', { name: 'Versions' });
  const list = versions.getByRole('list', { name: 'Versions, newest first' });
  await expect(list.getByRole('button')).toHaveCount(2);
  await expect(list.getByRole('button').first()).toContainText('New draft by Ines Prado');
  const changes = versions.getByRole('region', { name: 'What changed' });
  await expect(changes).toContainText('15');
  await expect(changes.locator('del')).toContainText(['14', plans]);

  await list.getByRole('button').last().click();
  await versions.getByRole('button', { name: 'Bring this version back' }).click();
  const preview = ines.page.getByRole('dialog', { name: 'What bringing this version back changes' });
  await expect(preview).toContainText('0 without words');
  await preview.getByRole('button', { name: 'Bring it back' }).click();
  await expect(preview).toBeHidden();
  await expect(articleText(tom.page)).toContainText(plans);
  await expect(tom.page.getByRole('button', { name: /^(Recheck|Words gone)/ })).toHaveCount(0);
  expect(await textNow()).toBe([harbour, cranes, people, plans].join('\n'));
  for (const nth of [0, 1, 2, 3]) expect((await claimNow(nth)).anchors[0]!.state).toBe('anchored');
});
