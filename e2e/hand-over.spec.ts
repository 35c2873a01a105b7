import fs from 'node:fs';
import type { Claim } from '../core/claim/claim';
import { answersOf } from './answers';
import { cite, judge, openClaim, review, take } from './checker';
import { allSaved, articleText, card, deskReady, mark, openDesk, putQuery, row, talk } from './desk';
import { listHears } from './list';
import { expect, test } from './newsroom';
import { onPhone } from './phone';
import { blockers, openSignOff } from './sign-off';

const title = 'Night trains to Varnholm';
const story = `Night trains to Varnholm run again from Friday, nine years after the last one left.

The railway says that 61,000 people signed for them. The first train has 12 sleeping cars, and a bed costs 89 crowns.

“We were told that it would never pay,” says Greta Nyholm, who drove the last one.

The line was opened in 1894 by the king. It crosses 214 bridges, more than any other in the country.`;

const years = 'nine years after the last one left';
const people = '61,000 people signed for them';
const cars = 'The first train has 12 sleeping cars';
const king = 'opened in 1894 by the king';
const bridges = 'crosses 214 bridges';

/** Words that stay in the newsroom: of a confidential source, and of what its people note for one another. */
const kept = ['VELLUMWORT', 'HOLLOWREED', 'QUILLFEN', 'TALLOWMERE', 'BRACKENPIN', 'FENMARROW'];
/** What the newsroom found, which readers see and the writer who is asked does not. */
const found = ['The register has 61,204 names.', 'The depot lists eleven.', 'Opened by his brother.'];
const holds = (text: string, words: readonly string[]) => words.filter((word) => text.includes(word));

test('an article goes from hand-over to sign-off through the hands of an editor, two checkers and its writer, and nothing confidential leaves', async ({
  newsroom,
  browser,
}, testInfo) => {
  test.setTimeout(180_000);
  const editor = await newsroom.join('editor', 'Hanne Lorentzen');
  const bram = await newsroom.join('checker', 'Bram Kuyper');
  const zofia = await newsroom.join('checker', 'Zofia Malik');
  const phone = await onPhone(browser, newsroom);
  const writer = await phone.newPage();
  const desk = editor.page;
  const answers = answersOf(writer);

  await test.step('The editor brings it in, with its deadline, and answers for it', async () => {
    await desk.goto('/');
    await listHears(desk);
    await desk.getByRole('button', { name: 'Paste text or an address' }).click();
    await desk.getByRole('textbox', { name: /^The article’s text/ }).fill(story);
    await desk.getByRole('button', { name: 'Preview' }).click();
    const preview = desk.getByRole('dialog', { name: 'Bring in an article' });
    await preview.getByLabel('Title').fill(title);
    await preview.getByLabel('Deadline').fill(`${new Date().getUTCFullYear() + 1}-03-01T12:00`);
    await preview.getByRole('button', { name: 'Save and open' }).click();
    await desk.waitForURL(/\/articles\//);
    await deskReady(desk);
    await expect(desk.getByRole('banner').getByText(/^Due 1 Mar, 12:00/)).toBeVisible();
    await desk.getByRole('button', { name: /^Status: New/ }).click();
    await desk.getByRole('menuitem', { name: 'Deadline and people' }).click();
    const dialog = desk.getByRole('dialog', { name: 'Deadline and people' });
    await dialog.getByLabel('Who answers for the check').selectOption({ label: editor.name });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
  });
  const article = { id: new URL(desk.url()).pathname.split('/').at(-1)! };

  await test.step('Claims are marked, and shared out between the two checkers', async () => {
    for (const words of [years, people, cars, king, bridges]) {
      await mark(desk, words, 'c');
      await expect(card(desk)).toHaveAccessibleName(new RegExp(words));
    }
    await desk.getByRole('button', { name: 'Give out claims' }).click();
    const dialog = desk.getByRole('dialog', { name: 'Give out claims' });
    for (const { name } of [bram, zofia]) await dialog.getByRole('checkbox', { name: new RegExp(`^${name}`) }).check();
    await dialog.getByRole('button', { name: 'Share 5 claims out' }).click();
    await expect(desk.getByText('5 claims shared out among 2 people')).toBeVisible();
    for (const { page, mine } of [
      { page: bram.page, mine: [years, people, cars] },
      { page: zofia.page, mine: [king, bridges] },
    ]) {
      await page.goto('/work');
      await expect(page.getByRole('main').getByRole('listitem')).toHaveText(mine.map((words) => new RegExp(words)));
    }
    await allSaved(desk);
  });

  await test.step('Each judges theirs, with sources; one is in confidence', async () => {
    await take(bram.page, years);
    await judge(bram.page, 'True', 'The last one left in the autumn of 2017.');
    await review(bram.page);
    await openClaim(bram.page, people);
    await judge(bram.page, 'True', found[0]!);
    await cite(bram.page, { title: `Kept by ${kept[0]}`, quote: `61,204, says ${kept[1]}`, confidential: true });
    await cite(bram.page, { title: 'Register of the petition', quote: 'Names: 61,204', note: `Ask for ${kept[2]}` });
    await talk(bram.page).getByRole('textbox', { name: 'Comment', exact: true }).fill(`${kept[3]} doubts it.`);
    await talk(bram.page).getByRole('button', { name: 'Comment', exact: true }).click();
    await review(bram.page);
    await openClaim(bram.page, cars);
    await judge(bram.page, 'False', found[1]!);
    await take(zofia.page, king);
    await judge(zofia.page, 'True', 'It stands on the plaque.');
    await review(zofia.page);
    await openClaim(zofia.page, bridges);
    await judge(zofia.page, 'False', 'The railway’s own map has 124.');
    await cite(zofia.page, { title: 'Map of the line', quote: '124 bridges' });
    await card(zofia.page)
      .getByRole('button', { name: /^Propose a correction/ })
      .click();
    await card(zofia.page).getByLabel('Proposed correction').fill('crosses 124 bridges');
    await review(zofia.page);
  });

  await test.step('The editor makes a link for the writer, and a checker puts the query', async () => {
    await desk.getByRole('button', { name: 'Ask the writer' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Pelle Dahl');
    await dialog.getByRole('button', { name: 'Make a link' }).click();
    const url = await dialog.getByRole('textbox', { name: 'Send them this link' }).inputValue();
    await desk.keyboard.press('Escape');
    await putQuery(bram.page, 'Where are the 12 cars from?', 'Pelle Dahl');
    await expect(talk(bram.page)).toContainText('Pelle Dahl reads this thread');
    await expect(row(bram.page, cars)).toContainText('A query waits for an answer');
    await writer.goto(url);
  });

  await test.step('The sign-off says what holds it up', async () => {
    await openSignOff(desk);
    await expect(desk.getByRole('heading', { name: '6 things hold the sign-off up' })).toBeVisible();
    await expect(blockers(desk, '1 query without an answer').getByRole('link')).toContainText(cars);
    await expect(blockers(desk, '5 claims without approval').getByRole('link')).toHaveCount(5);
  });

  await test.step('One is sent back with a reason, and comes again with its source', async () => {
    await blockers(desk, '5 claims without approval').getByRole('link', { name: years }).click();
    await card(desk).getByRole('button', { name: 'Send back' }).click();
    await card(desk).getByLabel('What is missing').fill(`Cite the timetable, not ${kept[4]}.`);
    await card(desk).getByRole('button', { name: 'Send back' }).click();
    await allSaved(desk);
    await bram.page.goto('/work');
    await expect(bram.page.getByRole('listitem').filter({ hasText: years })).toContainText('Sent back to you');
    await take(bram.page, years);
    await expect(card(bram.page).getByRole('region', { name: 'Sent back' })).toContainText('Cite the timetable');
    await cite(bram.page, { title: 'Timetable of 2017', quote: 'Last departure 3 September' });
    await review(bram.page);
  });

  await test.step('The writer answers on a phone, and their wording goes into the text', async () => {
    const about = writer.getByRole('article', { name: new RegExp(cars) });
    await expect(about).toContainText('Bram Kuyper asks');
    await about.getByRole('textbox', { name: 'Your answer' }).fill('From a press release; it is eleven.');
    await about.getByRole('button', { name: 'Propose other wording' }).click();
    await about.getByRole('textbox', { name: 'How it should read' }).fill('The first train has 11 sleeping cars');
    await about.getByRole('button', { name: 'Send answer' }).click();
    await expect(about.getByText('Answered')).toBeVisible();
    await openClaim(bram.page, cars);
    await talk(bram.page).getByRole('button', { name: 'Use as correction' }).click();
    await allSaved(bram.page);
    await openClaim(desk, cars);
    await card(desk).getByRole('button', { name: 'Put it into the text' }).click();
    await expect(articleText(bram.page)).toContainText('11 sleeping cars');
    const changed = card(bram.page).getByRole('region', { name: 'Words changed since the verdict' });
    await expect(changed).toBeVisible();
    await judge(bram.page, 'True');
    await expect(changed).toBeHidden();
    await review(bram.page);
  });

  await test.step('A second checker judges blind, and differs', async () => {
    await openClaim(desk, king);
    await card(desk).getByRole('button', { name: 'Ask for a second check' }).click();
    await desk.getByRole('menuitem', { name: bram.name }).click();
    await allSaved(desk);
    await bram.page.goto('/work');
    await expect(bram.page.getByRole('listitem').filter({ hasText: king })).toContainText('Second check');
    await take(bram.page, king);
    await expect(card(bram.page).getByText('It stands on the plaque.')).toHaveCount(0);
    await card(bram.page).getByRole('radio', { name: 'False', exact: true }).check();
    await card(bram.page).getByRole('textbox', { name: 'Your reasons' }).fill(found[2]!);
    await card(bram.page).getByRole('button', { name: 'Give second check' }).click();
    await expect(card(bram.page).getByText('Two verdicts differ.')).toBeVisible();
  });

  await test.step('From the sign-off the editor settles the dispute and approves the rest, all but their own verdict', async () => {
    await openSignOff(desk);
    await blockers(desk, '1 disputed claim').getByRole('link', { name: king }).click();
    await card(desk).getByRole('radio', { name: 'False', exact: true }).check();
    await card(desk).getByRole('textbox', { name: 'Why' }).fill(`The diary in ${kept[5]} is older.`);
    await card(desk).getByRole('button', { name: 'Decide' }).click();
    await expect(card(desk)).toContainText('You judged this claim: somebody else approves it');
    await allSaved(desk);
    for (const words of [years, people, cars, bridges]) {
      await openSignOff(desk);
      await blockers(desk, /without approval/)
        .getByRole('link', { name: words.replace('12', '11') })
        .click();
      await card(desk).getByRole('button', { name: 'Approve', exact: true }).click();
      await expect(card(desk).getByRole('region', { name: 'Approval' })).toContainText(`Approved by ${editor.name}`);
      await allSaved(desk);
    }
    await openSignOff(desk);
    await expect(desk.getByRole('heading', { name: 'One thing holds the sign-off up' })).toBeVisible();
    const { page } = newsroom.admin;
    await page.goto(`/articles/${article.id}/sign-off`);
    await blockers(page, '1 claim without approval').getByRole('link', { name: king }).click();
    await card(page).getByRole('button', { name: 'Approve', exact: true }).click();
  });

  await test.step('Nothing holds it up any more, and it is signed', async () => {
    await expect(desk.getByRole('heading', { name: 'Nothing holds the sign-off up.' })).toBeVisible();
    await desk.getByRole('button', { name: /^Sign off version/ }).click();
    await expect(desk.getByRole('heading', { name: /^Signed off by Hanne Lorentzen/ })).toBeVisible();
    const { items } = await editor.api.call<{ items: Claim[] }>('GET', `/api/articles/${article.id}/claims`);
    for (const { status, verdictBy, approvedBy } of items) {
      expect(status).toBe('approved');
      expect(approvedBy).not.toBe(verdictBy);
    }
  });

  await test.step('What is put right afterwards shows, and goes into the corrections log', async () => {
    await openDesk(zofia.page, article);
    await openDesk(desk, article);
    await openClaim(desk, bridges);
    await card(desk).getByRole('button', { name: 'Put it into the text' }).click();
    await expect(zofia.page.getByRole('button', { name: /^Status: Changed since sign-off/ })).toBeVisible();
    await desk.getByRole('button', { name: 'Log the correction' }).click();
    const dialog = desk.getByRole('dialog', { name: 'Log a correction' });
    await dialog.getByRole('textbox', { name: 'What was put right' }).fill('The line crosses 124 bridges, not 214.');
    await dialog.getByRole('button', { name: 'Log it' }).click();
    await expect(desk.getByRole('region', { name: 'Corrections log' })).toContainText('124 bridges, not 214.');
    await expect(desk.getByRole('heading', { name: 'Changed since it was signed off' })).toBeVisible();
  });

  await test.step('Readers get the verdicts, and nothing that stays in the newsroom', async () => {
    await desk.getByRole('link', { name: 'To the desk' }).click();
    await deskReady(desk);
    await desk.getByRole('button', { name: 'Export' }).click();
    const dialog = desk.getByRole('dialog', { name: 'Export the report' });
    await dialog.getByRole('radio', { name: /^Readers/ }).check();
    const waiting = desk.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download report' }).click();
    const file = testInfo.outputPath('report.html');
    await (await waiting).saveAs(file);
    const bytes = fs.readFileSync(file, 'utf8');
    expect(holds(bytes, kept)).toEqual([]);
    const report = await phone.newPage();
    await report.setContent(bytes);
    const entries = report.getByRole('region', { name: 'The claims' }).getByRole('listitem');
    for (const [words, verdict] of [
      [years, 'True'],
      [people, 'True'],
      ['The first train has 11 sleeping cars', 'True'],
      [king, 'False'],
      [bridges, 'False'],
    ] as const)
      await expect(entries.filter({ hasText: words }).first()).toContainText(verdict);
    for (const words of [...found, 'Register of the petition', 'The line crosses 124 bridges, not 214.'])
      await expect(report.getByText(words).filter({ visible: true }).first()).toBeVisible();
    // Those words are in the newsroom: what leaves them out has something to leave out.
    const inside = await editor.api.call<string>(
      'GET',
      `/api/articles/${article.id}/export?format=json&edition=internal`,
    );
    expect(holds(JSON.stringify(inside), kept)).toEqual(kept);
  });

  await test.step('The writer was never told any of it', async () => {
    await writer.reload();
    await expect(writer.getByRole('article', { name: /sleeping cars/ })).toContainText('From a press release');
    const told = [...(await Promise.all(answers)), await writer.content()].join('\n');
    expect(told).toContain('Where are the 12 cars from?');
    expect(holds(told, [...kept, ...found])).toEqual([]);
  });
  await phone.close();
});
