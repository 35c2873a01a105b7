import type { Claim } from '../core/claim/claim';
import {
  allSaved,
  articleText,
  card,
  caretAfter,
  check,
  dragTo,
  edit,
  notes,
  openDesk,
  row,
  selectWords,
  takeWords,
} from './desk';
import { expect, type Member, type Newsroom, test } from './newsroom';

const story = `The tower of Vel stands 93 metres high. It was finished in 1911.

Its bells weigh 14 tonnes together, the sexton says. Nobody has weighed them since the war.

Four hundred people climb it on a summer day.`;

/** Two editors at the desk of one article. */
async function together(newsroom: Newsroom) {
  const [ines, tom] = [await newsroom.join('editor', 'Ines Prado'), await newsroom.join('editor', 'Tom Yilmaz')];
  const article = await ines.api.article(story, { title: 'The tower of Vel' });
  const claim = (exact: string, about = {}) => ines.api.claim(article.id, exact, about);
  const open = async () => {
    await openDesk(ines.page, article);
    await openDesk(tom.page, article);
  };
  const textNow = () => ines.api.call<string>('GET', `/api/articles/${article.id}/text`);
  const claimNow = ({ id }: Claim) => ines.api.call<Claim>('GET', `/api/claims/${id}`);
  return { ines, tom, article, claim, open, textNow, claimNow };
}
const words = ({ page }: Member) => articleText(page).locator('p, h1, h2').allInnerTexts();

test('two people write in one text under each other’s claims, see who is there, and end with the same words', async ({
  newsroom,
}) => {
  const { ines, tom, article, claim, open, textNow, claimNow } = await together(newsroom);
  const bells = await claim('Its bells weigh 14 tonnes together', { verdict: 'true' });
  await open();
  await expect(ines.page.getByTitle('Tom Yilmaz is here')).toBeVisible();
  await notes(tom.page).first().click();
  await expect(row(ines.page, 'Its bells weigh').getByTitle('Tom Yilmaz is at this claim')).toBeVisible();
  await tom.page.keyboard.press('Escape');

  await edit(ines.page);
  await edit(tom.page);
  await expect(ines.page.getByTitle('Tom Yilmaz is here, editing the text')).toBeVisible();
  await caretAfter(ines.page, 'The tower of Vel');
  await caretAfter(tom.page, 'on a summer day');
  await Promise.all([
    ines.page.keyboard.type(', in the old harbour,', { delay: 15 }),
    tom.page.keyboard.type(', and twice as many on feast days', { delay: 15 }),
  ]);
  for (const { page } of [ines, tom]) {
    await expect(articleText(page)).toContainText('The tower of Vel, in the old harbour, stands');
    await expect(articleText(page)).toContainText('summer day, and twice as many on feast days.');
  }
  await allSaved(ines.page);
  await allSaved(tom.page);
  expect(await words(ines)).toEqual(await words(tom));
  const now = await claimNow(bells);
  expect(now.anchors[0]).toMatchObject({ state: 'anchored', current: 'Its bells weigh 14 tonnes together' });
  expect((await textNow()).slice(now.anchors[0]!.start!, now.anchors[0]!.end!)).toBe(now.anchors[0]!.exact);
  await expect(tom.page.locator('mark.mark')).toHaveText('Its bells weigh 14 tonnes together');
  await expect(ines.page.getByRole('button', { name: 'Versions and drafts' })).toBeVisible();
  expect(article.version).toBe(0);
});

test('undo and redo take back one’s own edits and nobody else’s', async ({ newsroom }) => {
  const { ines, tom, open } = await together(newsroom);
  await open();
  await edit(ines.page);
  await edit(tom.page);
  await caretAfter(ines.page, 'The tower');
  await ines.page.keyboard.type(' and the nave');
  await expect(articleText(tom.page)).toContainText('The tower and the nave of Vel');
  await caretAfter(tom.page, 'Four hundred');
  await tom.page.keyboard.type(' and ten');
  await expect(articleText(ines.page)).toContainText('Four hundred and ten people');
  await ines.page.keyboard.press('ControlOrMeta+z');
  for (const { page } of [ines, tom]) {
    await expect(articleText(page)).toContainText('The tower of Vel stands');
    await expect(articleText(page)).toContainText('Four hundred and ten people');
  }
  await ines.page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(articleText(tom.page)).toContainText('The tower and the nave of Vel');
});

test('a verdict whose words change waits to be rechecked, and stands again once somebody says that it still holds', async ({
  newsroom,
}) => {
  const { ines, tom, claim, open, claimNow } = await together(newsroom);
  const high = await claim('The tower of Vel stands 93 metres high.', { verdict: 'true', status: 'in-review' });
  await open();
  await edit(ines.page);
  await takeWords(ines.page, '93');
  await ines.page.keyboard.type('ninety-three');
  await check(ines.page);
  await expect(tom.page.getByRole('button', { name: 'Recheck 1' })).toBeVisible();
  expect((await claimNow(high)).anchors[0]).toMatchObject({
    state: 'changed',
    exact: 'The tower of Vel stands 93 metres high.',
    current: 'The tower of Vel stands ninety-three metres high.',
  });
  await tom.page.getByRole('button', { name: 'Recheck 1' }).click();
  await row(tom.page, 'The tower of Vel').click();
  const changed = card(tom.page).getByRole('region', { name: 'Words changed since the verdict' });
  await expect(changed.locator('del')).toHaveText('93');
  await expect(changed.locator('ins')).toHaveText('ninety-three');
  const approve = card(tom.page).getByRole('button', { name: 'Approve', exact: true });
  await expect(approve).toHaveAttribute('aria-disabled', 'true');
  await expect(approve).toHaveAccessibleDescription(/The words changed since this verdict: recheck it first/);
  await changed.getByRole('button', { name: /Still True/ }).click();
  await expect(changed).toBeHidden();
  await expect(approve).not.toHaveAttribute('aria-disabled');
  await expect(ines.page.getByRole('button', { name: /^Recheck/ })).toBeHidden();
  expect((await claimNow(high)).anchors[0]).toMatchObject({
    state: 'anchored',
    exact: 'The tower of Vel stands ninety-three metres high.',
  });
  await tom.page.getByRole('button', { name: 'History' }).click();
  const history = tom.page.getByRole('dialog', { name: /History/ });
  await expect(history).toContainText('Tom Yilmaz found that the verdict still holds of the new words');
  await expect(history).toContainText('Ines Prado changed the words of the claim');
});

test('white space and the style of quotation marks make no verdict stale', async ({ newsroom }) => {
  const { ines, claim, open, claimNow } = await together(newsroom);
  const bells = await claim('Its bells weigh 14 tonnes together', { verdict: 'true' });
  await open();
  await edit(ines.page);
  await caretAfter(ines.page, 'Its bells');
  await ines.page.keyboard.type(' ');
  await check(ines.page);
  await allSaved(ines.page);
  expect((await claimNow(bells)).anchors[0]).toMatchObject({
    state: 'anchored',
    current: 'Its bells  weigh 14 tonnes together',
  });
});

test('a claim whose words are cut waits in plain sight, and is put on the words that took their place', async ({
  newsroom,
}) => {
  const { ines, tom, claim, open, claimNow } = await together(newsroom);
  const year = await claim('It was finished in 1911.', { verdict: 'true', rationale: 'The register says so.' });
  await open();
  await edit(ines.page);
  await takeWords(ines.page, ' It was finished in 1911.');
  await ines.page.keyboard.press('Delete');
  await caretAfter(ines.page, 'since the war.');
  await ines.page.keyboard.type(' The spire was only finished in 1913.');
  await check(ines.page);
  await expect(tom.page.getByRole('heading', { name: '1 claim has lost its words' })).toBeVisible();
  await tom.page.getByRole('button', { name: 'It was finished in 1911.', exact: true }).click();
  await expect(card(tom.page)).toContainText('The register says so.');
  const lost = card(tom.page).getByRole('region', { name: 'Words that are gone' });
  await expect(lost.getByRole('list', { name: 'Where they could be now' })).toContainText('finished in 1913');
  await selectWords(tom.page, 'The spire was only finished in 1913.');
  await lost.getByRole('button', { name: 'Put it on the selection' }).click();
  await expect(lost).toBeHidden();
  await expect(ines.page.getByRole('heading', { name: /lost its words/ })).toBeHidden();
  await expect
    .poll(async () => (await claimNow(year)).anchors[0])
    .toMatchObject({
      state: 'changed',
      exact: 'It was finished in 1911.',
      current: 'The spire was only finished in 1913.',
    });
});

test('a claim whose words are gone for good is closed with a reason, and can be opened again', async ({ newsroom }) => {
  const { ines, claim, open, claimNow } = await together(newsroom);
  const year = await claim('It was finished in 1911.', { verdict: 'true' });
  await open();
  await edit(ines.page);
  await takeWords(ines.page, ' It was finished in 1911.');
  await ines.page.keyboard.press('Delete');
  await check(ines.page);
  await ines.page.getByRole('button', { name: 'It was finished in 1911.', exact: true }).click();
  await card(ines.page).getByRole('button', { name: 'Close the claim' }).click();
  await card(ines.page).getByLabel('Why it is closed').fill('The sentence was cut.');
  await card(ines.page).getByRole('button', { name: 'Close the claim' }).click();
  await expect(card(ines.page)).toContainText('Closed: The sentence was cut.');
  await expect(ines.page.getByRole('heading', { name: /lost its words/ })).toBeHidden();
  await expect.poll(async () => (await claimNow(year)).closed?.reason).toBe('The sentence was cut.');
  await card(ines.page).getByRole('button', { name: 'Open it again' }).click();
  await expect(ines.page.getByRole('heading', { name: '1 claim has lost its words' })).toBeVisible();
});

test('a paragraph that is cut and pasted elsewhere takes its claims along', async ({ newsroom }) => {
  const { ines, tom, claim, open, claimNow, textNow } = await together(newsroom);
  const bells = await claim('Its bells weigh 14 tonnes together', { verdict: 'true' });
  await open();
  await ines.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await edit(ines.page);
  const sentence = 'Its bells weigh 14 tonnes together, the sexton says.';
  await takeWords(ines.page, sentence);
  await ines.page.keyboard.press('ControlOrMeta+x');
  await expect(articleText(tom.page)).not.toContainText('Its bells');
  await expect(tom.page.getByRole('heading', { name: '1 claim has lost its words' })).toBeVisible();
  await caretAfter(ines.page, 'on a summer day.');
  await ines.page.keyboard.press('Enter');
  await ines.page.keyboard.press('ControlOrMeta+v');
  await expect(tom.page.locator('mark.mark')).toHaveText('Its bells weigh 14 tonnes together');
  await expect(tom.page.getByRole('heading', { name: /lost its words/ })).toBeHidden();
  await expect(ines.page.locator('mark.mark')).toHaveText('Its bells weigh 14 tonnes together');
  const { anchors, verdict } = await claimNow(bells);
  expect(verdict).toBe('true');
  expect(anchors[0]!.state).toBe('anchored');
  expect((await textNow()).slice(anchors[0]!.start!, anchors[0]!.end!)).toBe('Its bells weigh 14 tonnes together');
});

test('on a slow machine, too, a key counts that is pressed the moment the button is let go: the words stay', async ({
  newsroom,
}) => {
  const { page, api } = await newsroom.join('editor', 'Ines Prado');
  const article = await api.article(story, { title: 'The tower of Vel' });
  await openDesk(page, article);
  await edit(page);
  const machine = await page.context().newCDPSession(page);
  await machine.send('Emulation.setCPUThrottlingRate', { rate: 10 });
  for (const words of [
    'The tower of Vel',
    'weigh 14 tonnes',
    'in 1911',
    'the sexton',
    'Four hundred people',
    'Its bells',
  ]) {
    await dragTo(page, words);
    await Promise.all([page.mouse.up(), page.keyboard.press('ArrowRight')]);
    await page.keyboard.type(' (so)', { delay: 10 });
    await expect(articleText(page)).toContainText(`${words} (so)`);
  }
});

test('who only checks is not offered to edit', async ({ newsroom }) => {
  const checker = await newsroom.join('checker');
  const article = await newsroom.admin.api.article(story, { title: 'The tower of Vel' });
  await openDesk(checker.page, article);
  await expect(checker.page.getByRole('button', { name: 'Edit', exact: true })).toHaveCount(0);
  await articleText(checker.page).click();
  await checker.page.keyboard.press('e');
  await checker.page.keyboard.type('xyz');
  await expect(articleText(checker.page)).not.toContainText('xyz');
});

test('whoever has the article open hears that it went into the bin, and edits no further', async ({ newsroom }) => {
  const { ines, tom, article, open } = await together(newsroom);
  await open();
  await edit(tom.page);
  const { revision } = await ines.api.call<{ revision: number }>('GET', `/api/articles/${article.id}`);
  await ines.api.call('DELETE', `/api/articles/${article.id}`, undefined, { ifMatch: revision });
  await expect(tom.page.getByText('This article is in the bin.')).toBeVisible();
  await expect(tom.page.getByRole('textbox', { name: /being edited/ })).toBeHidden();
  await ines.api.call('POST', `/api/articles/${article.id}/restore`);
  await expect(tom.page.getByText('This article is in the bin.')).toBeHidden();
});

test('what is pasted with its looks keeps its words and breaks no policy', async ({ newsroom }) => {
  const { ines, open, textNow } = await together(newsroom);
  const complaints: string[] = [];
  ines.page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await open();
  await edit(ines.page);
  await caretAfter(ines.page, 'on a summer day.');
  await articleText(ines.page).evaluate((article) => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      '<style>p{color:red}</style><b style="font-weight:normal"><p style="margin:0"> The <i style="x">view</i> costs' +
        ' <a href="javascript:alert(1)">five</a> crowns.&#1;</p></b><script>alert(1)</script>',
    );
    article.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(articleText(ines.page)).toContainText('The view costs five crowns.');
  await allSaved(ines.page);
  expect(await textNow()).toContain('The view costs five crowns.');
  expect(complaints.filter((text) => !/409|favicon/.test(text))).toEqual([]);
});
