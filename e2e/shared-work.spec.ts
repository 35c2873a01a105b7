import type { Claim } from '../core/claim/claim';
import { audit } from './audit';
import { allSaved, card, openDesk, talk } from './desk';
import { expect, test } from './newsroom';

const sentences = [
  'The quay was built in 1962.',
  'It cost nine million guilders.',
  'Twelve hundred people worked on it.',
  'The port moved 40 million tonnes in 2019.',
  'No other port in the country moved more.',
  'The minister called it a jewel in 2020.',
];

test('an editor shares out an article between two checkers, and each sees theirs in My work, late first', async ({
  newsroom,
}) => {
  const editor = await newsroom.join('editor', 'Edda Brandt');
  const first = await newsroom.join('checker', 'Cem Aydin');
  const second = await newsroom.join('checker', 'Ines Duarte');
  const late = await editor.api.article(`${sentences.slice(0, 3).join(' ')}\n\n${sentences.slice(3).join(' ')}`, {
    title: 'The quay',
    deadline: '2020-02-01T10:00:00.000Z',
  });
  for (const exact of sentences) await editor.api.claim(late.id, exact);
  const later = await editor.api.article('The ferry sank in 1953.', { title: 'The ferry' });
  const ferry = await editor.api.claim(later.id, 'The ferry sank in 1953.', { severity: 'critical' });
  const { id: cem } = await first.api.call<{ id: string }>('GET', '/api/me');
  await editor.api.call('PATCH', `/api/claims/${ferry.id}`, { assigneeId: cem }, { ifMatch: ferry.revision });

  const desk = editor.page;
  await openDesk(desk, late);
  await desk.getByRole('button', { name: 'Give out claims' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Give out claims' });
  await dialog.getByRole('checkbox', { name: /^Cem Aydin/ }).check();
  await dialog.getByRole('checkbox', { name: /^Ines Duarte/ }).check();
  await expect(dialog.getByText('gets 3')).toHaveCount(2);
  await audit(desk, 'giving claims out');
  await dialog.getByRole('button', { name: 'Share 6 claims out' }).click();
  await expect(desk.getByText('6 claims shared out among 2 people')).toBeVisible();

  const mine = first.page;
  await mine.goto('/');
  await mine.getByRole('link', { name: 'My work, 4 things to do' }).click();
  const things = mine.getByRole('main').getByRole('listitem');
  await expect(things).toHaveCount(4);
  await expect(things.first()).toContainText(sentences[0]!);
  await expect(mine.getByRole('region', { name: 'Late' }).getByRole('listitem')).toHaveCount(3);
  await expect(mine.getByRole('region', { name: 'No deadline' })).toContainText('The ferry sank in 1953.');
  await audit(mine, 'my work');
  await mine.getByRole('link', { name: sentences[1]! }).click();
  await expect(card(mine)).toContainText('Cem checks');

  await second.page.goto('/work');
  await expect(second.page.getByRole('main').getByRole('listitem')).toHaveText([
    /The port moved/,
    /No other port/,
    /The minister/,
  ]);

  // By keyboard: a paragraph's claims are chosen at once, and given to the other one; what was done is taken back.
  await desk.getByRole('link', { name: sentences[0]! }).click({ modifiers: ['ControlOrMeta'] });
  const whole = desk.getByRole('checkbox', { name: 'All of paragraph 1' });
  await whole.focus();
  await desk.keyboard.press('Space');
  await expect(desk.getByText('3 chosen')).toBeVisible();
  await desk.getByRole('button', { name: 'Give out', exact: true }).click();
  await dialog.getByRole('checkbox', { name: /^Ines Duarte/ }).check();
  await dialog.getByRole('button', { name: 'Give 3 claims to Ines Duarte' }).click();
  const given = desk.locator('.toast', { hasText: '3 claims given to Ines Duarte' });
  await expect(given).toBeVisible();
  await second.page.reload();
  await expect(second.page.getByRole('main').getByRole('listitem')).toHaveCount(6);
  await given.getByRole('button', { name: 'Undo' }).click();
  await expect(desk.getByText('Taken back: everything is as it was')).toBeVisible();
  await second.page.reload();
  await expect(second.page.getByRole('main').getByRole('listitem')).toHaveCount(3);
});

test('a restricted article is nowhere for an outsider: on no page, in no answer, under no name', async ({
  newsroom,
}) => {
  const editor = await newsroom.join('editor', 'Edda Brandt');
  const insider = await newsroom.join('checker', 'Nilay Demir');
  const outsider = await newsroom.join('editor', 'Otto Vance');
  const secret = await editor.api.article('The mayor took a boat. Nobody else in town knows of it.', {
    title: 'Ultramarine dossier',
    deadline: '2020-02-01T10:00:00.000Z',
  });
  const claim = await editor.api.claim(secret.id, 'The mayor took a boat.', { rationale: 'Cobalt ledger' });
  const source = await editor.api.call<{ id: string }>('POST', '/api/sources', { title: 'Harbour register' });
  const cited = { sourceId: source.id, stance: 'supports', quote: 'Vermilion quote' };
  const citation = await editor.api.call<{ id: string }>('POST', `/api/claims/${claim.id}/citations`, cited);
  const said = await editor.api.call<{ id: string }>('POST', `/api/claims/${claim.id}/comments`, {
    body: 'Ochre note',
  });
  // What stands open while it is closed is closed with it.
  const open = outsider.page;
  await openDesk(open, secret, claim.id);

  await openDesk(editor.page, secret);
  await editor.page.getByRole('button', { name: /^Status:/ }).click();
  await editor.page.getByRole('menuitem', { name: 'Deadline and people' }).click();
  const dialog = editor.page.getByRole('dialog', { name: 'Deadline and people' });
  await dialog.getByRole('radio', { name: /^Only the people chosen here/ }).check();
  await dialog.getByRole('checkbox', { name: /^Nilay Demir/ }).check();
  await audit(editor.page, 'who may open an article');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(editor.page.getByText('Only some people may open this article')).toBeAttached();
  await openDesk(insider.page, secret, claim.id);

  const marks = /Ultramarine|took a boat|obalt|ermilion|chre note/;
  const ids = [secret.id, claim.id, claim.anchors[0]!.id, citation.id, said.id];
  const telling = (text: string) => marks.test(text) || ids.some((id) => text.includes(id));
  const heard: string[] = [];
  open.on('response', (response) => {
    void response.text().then(
      (text) => telling(text) && !response.url().includes(secret.id) && heard.push(response.url()),
      () => undefined,
    );
  });
  for (const address of [
    '/',
    '/?tab=mine',
    '/?tab=late',
    '/?q=ultramarine',
    '/?tab=bin',
    '/work',
    '/sources',
    `/sources?id=${source.id}`,
    '/people',
    '/settings',
  ]) {
    await open.goto(address);
    await open.waitForLoadState('load');
    expect(telling(await open.content()), address).toBe(false);
  }
  expect(heard).toEqual([]);
  for (const [real, none] of [[`/articles/${secret.id}`, '/articles/00000000-0000-4000-8000-000000000000']] as const) {
    const answers = [];
    for (const address of [real, none]) {
      const answer = await open.goto(address);
      answers.push([answer?.status(), await open.title(), await open.getByRole('main').textContent()]);
    }
    expect(answers[0]).toEqual(answers[1]);
  }
  for (const path of [
    '/api/articles',
    '/api/articles?q=ultramarine',
    '/api/articles?late=1',
    '/api/articles?deleted=1',
    '/api/work',
    '/api/work/load',
    '/api/sources',
    `/api/sources/${source.id}`,
    `/api/sources/${source.id}/claims`,
    '/api/people',
  ]) {
    const text = await (await outsider.api.answer('GET', path)).text();
    expect(telling(text), path).toBe(false);
  }
  await expect(await (await outsider.api.answer('GET', '/api/sources?q=harbour')).json()).toMatchObject({
    items: [{ claims: 0 }],
  });
});

test('two colleagues of one name are told apart wherever one of them is chosen', async ({ newsroom }) => {
  const { page, api } = await newsroom.join('editor');
  const [one, other] = [await newsroom.join('checker', 'Anna Berg'), await newsroom.join('checker', 'Anna Berg')];
  const article = await api.article('The mill burned down in 1911.', { title: 'The mill' });
  const claim = await api.claim(article.id, 'in 1911');
  await openDesk(page, article, claim.id);
  const names = [one, other].map(({ email }) => `Anna Berg (${email})`);

  await page.getByRole('button', { name: 'Give out claims' }).click();
  for (const name of names) await expect(page.getByRole('checkbox', { name })).toBeVisible();
  await page.keyboard.press('Escape');
  await card(page)
    .getByRole('button', { name: /^Checked by/ })
    .click();
  await page.getByRole('menuitemradio', { name: names[1], exact: true }).click();
  await allSaved(page);
  const { id } = await other.api.call<{ id: string }>('GET', '/api/me');
  expect((await api.call<Claim>('GET', `/api/claims/${claim.id}`)).assigneeId).toBe(id);

  // A name in a text is everybody's who has it, and nobody is chosen by it: the list says so.
  await card(page).focus();
  await page.keyboard.press('m');
  await page.keyboard.type('Ask @ann');
  const offered = talk(page).getByRole('option');
  await expect(offered).toHaveCount(1);
  await expect(offered).toHaveText(/Anna Berg\s*2 people have this name; it tells all of them/);
});
