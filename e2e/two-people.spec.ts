import type { Page } from '@playwright/test';
import type { Claim } from '../core/claim/claim';
import { card, mark, openDesk, rationale, row, saved } from './desk';
import { expect, type Newsroom, test } from './newsroom';

const story = `The bridge over the Ousel cost 81 million crowns. It was opened in June 2019 by the mayor.

It carries 12,000 cars a day.`;

/** Two people at the same desk, both with the same claim open. */
async function together(newsroom: Newsroom) {
  const [ines, tom] = [await newsroom.join('editor', 'Ines Prado'), await newsroom.join('checker', 'Tom Yilmaz')];
  const article = await ines.api.article(story, { title: 'The Ousel bridge' });
  const claim = await ines.api.claim(article.id, 'cost 81 million crowns');
  await openDesk(ines.page, article, claim.id);
  await openDesk(tom.page, article, claim.id);
  const now = () => ines.api.call<Claim>('GET', `/api/claims/${claim.id}`);
  return { ines, tom, article, claim, now };
}
const judgeAs = (page: Page, verdict: string) => card(page).getByRole('radio', { name: verdict, exact: true });

test('two people see one another’s claims and verdicts without asking', async ({ newsroom }) => {
  const { ines, tom } = await together(newsroom);
  await mark(tom.page, 'It carries 12,000 cars a day.', '5');
  await expect(row(ines.page, 'It carries 12,000 cars a day.')).toBeVisible();
  await expect(ines.page.getByRole('button', { name: /^Claim 2: False/ })).toBeVisible();

  await judgeAs(ines.page, 'Mostly true').click();
  await expect(tom.page.getByRole('button', { name: /^Claim 1: Mostly true/ })).toBeVisible();
});

for (const choice of ['mine', 'theirs'] as const)
  test(`two versions of one field are both shown, and the person who came second may keep ${choice}`, async ({
    newsroom,
  }) => {
    const { ines, tom, now } = await together(newsroom);
    await tom.page.context().setOffline(true);
    await rationale(tom.page).fill('The invoice says 84 million.');
    await expect(saved(tom.page)).toHaveText(/1 change waits/);
    await rationale(ines.page).fill('The budget says 79 million.');
    await rationale(ines.page).blur();
    await expect.poll(async () => (await now()).rationale).toBe('The budget says 79 million.');

    await tom.page.context().setOffline(false);
    const conflict = card(tom.page).getByRole('region', { name: 'Ines changed this rationale while you were away' });
    await expect(conflict).toContainText('The budget says 79 million.');
    await expect(conflict).toContainText('The invoice says 84 million.');
    expect((await now()).rationale).toBe('The budget says 79 million.');

    const [button, kept] =
      choice === 'mine' ? ['Use mine', 'The invoice says 84 million.'] : ['Keep Ines’s', 'The budget says 79 million.'];
    await conflict.getByRole('button', { name: button }).click();
    await expect(conflict).toBeHidden();
    await expect(saved(tom.page)).toHaveText('Saved');
    expect((await now()).rationale).toBe(kept);
    await expect(card(ines.page)).toContainText(kept);
    await expect(card(tom.page)).toContainText(kept);
  });

test('changes of different fields come together without a word', async ({ newsroom }) => {
  const { ines, tom, now } = await together(newsroom);
  await tom.page.context().setOffline(true);
  await rationale(tom.page).fill('The invoice says 84 million.');
  await expect(saved(tom.page)).toHaveText(/1 change waits/);
  await judgeAs(ines.page, 'Mostly false').click();
  await expect.poll(async () => (await now()).verdict).toBe('mostly-false');
  await tom.page.context().setOffline(false);

  await expect(saved(tom.page)).toHaveText('Saved');
  await expect(judgeAs(tom.page, 'Mostly false')).toBeChecked();
  await expect(tom.page.getByRole('button', { name: 'Use mine' })).toBeHidden();
  await expect(card(ines.page)).toContainText('The invoice says 84 million.');
  expect(await now()).toMatchObject({ verdict: 'mostly-false', rationale: 'The invoice says 84 million.' });
});
