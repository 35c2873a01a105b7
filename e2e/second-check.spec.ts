import type { Claim } from '../core/claim/claim';
import { answersOf } from './answers';
import { audit } from './audit';
import { allSaved, card, openDesk } from './desk';
import { expect, test } from './newsroom';

const story = `The bridge over the Ousel cost 81 million crowns. It was opened in June 2019 by the mayor.

It carries 12,000 cars a day.`;

/** Words that stand nowhere but in the first check. */
const secrets = ['KVORUM', 'LEDGERLEAF', 'WHISPERED'];

test('a second check is blind; where the verdicts differ, an editor sees both sides and decides with a reason', async ({
  newsroom,
}) => {
  test.setTimeout(120_000);
  const { admin } = newsroom;
  const [chen, dana] = [await newsroom.join('checker', 'Chen Wu'), await newsroom.join('checker', 'Dana Ruiz')];
  const article = await admin.api.article(story, { title: 'The Ousel bridge' });
  const claim = await chen.api.claim(article.id, 'cost 81 million crowns', {
    verdict: 'mostly-false',
    rationale: `The council’s ${secrets[0]} says otherwise.`,
  });
  const source = { title: `The ${secrets[1]}`, url: 'https://ledger.example/ousel' };
  await chen.api.call('POST', `/api/claims/${claim.id}/citations`, { source, stance: 'refutes', quote: '84 million' });
  await chen.api.call('POST', `/api/claims/${claim.id}/comments`, { body: `Somebody ${secrets[2]} it.` });

  await openDesk(admin.page, article, claim.id);
  await card(admin.page).getByRole('button', { name: 'Ask for a second check' }).click();
  await admin.page.getByRole('menuitem', { name: 'Dana Ruiz' }).click();
  await expect(card(admin.page).getByText('Dana Ruiz is asked to judge it too')).toBeVisible();
  await allSaved(admin.page);

  const answers = answersOf(dana.page);
  await openDesk(dana.page, article, claim.id);
  const blind = card(dana.page);
  await expect(blind.getByRole('heading', { name: 'Second check' })).toBeVisible();
  await expect(blind.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await audit(dana.page, 'a claim that is judged blind');
  const seen = [...(await Promise.all(answers)), `the page\n${await dana.page.content()}`];
  expect(seen.join('\n')).toContain('cost 81 million crowns');
  const told = seen.filter((text) => secrets.some((word) => text.includes(word)));
  expect(told.map((text) => text.split('\n', 1)[0])).toEqual([]);

  await blind.getByRole('button', { name: 'Give second check' }).click();
  await expect(blind.getByText('Choose a verdict first.')).toBeVisible();
  await blind.getByRole('radio', { name: 'Half true' }).check();
  await blind.getByRole('textbox', { name: 'Your reasons' }).fill('The final account says 81.');
  await dana.page.reload();
  // What is written is kept until it is given.
  await expect(blind.getByRole('textbox', { name: 'Your reasons' })).toHaveValue('The final account says 81.');
  await blind.getByRole('button', { name: 'Give second check' }).click();
  for (const { page } of [dana, admin]) {
    const [first, second] = [
      card(page).getByRole('region', { name: /^First check, / }),
      card(page).getByRole('region', { name: /^Second check, / }),
    ];
    await expect(first).toContainText('Chen Wu');
    await expect(first).toContainText(`The council’s ${secrets[0]} says otherwise.`);
    await expect(second).toContainText('The final account says 81.');
  }
  await expect(card(dana.page).getByText('Two verdicts differ. An editor decides which stands.')).toBeVisible();
  await audit(admin.page, 'two verdicts that differ');

  const editor = card(admin.page);
  await editor.getByRole('group', { name: 'Which verdict stands' }).getByRole('radio', { name: 'Half true' }).check();
  await editor.getByRole('button', { name: 'Decide' }).click();
  await expect(editor.getByText('Say why before deciding.')).toBeVisible();
  await editor.getByRole('textbox', { name: 'Why' }).fill('The final account is the newer one.');
  await editor.getByRole('button', { name: 'Decide' }).click();
  await expect(card(dana.page).getByText('The final account is the newer one.')).toBeVisible();
  expect(await admin.api.call<Claim>('GET', `/api/claims/${claim.id}`)).toMatchObject({
    status: 'in-review',
    verdict: 'half-true',
    rationale: 'The final account says 81.',
  });

  await admin.page.goto(`/agreement?article=${article.id}`);
  const figures = admin.page.getByRole('row', { name: /Chen Wu/ });
  await expect(figures.getByRole('cell').first()).toHaveText('1');
  await audit(admin.page, 'the agreement of checkers');
});
