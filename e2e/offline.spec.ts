import type { Claim } from '../core/claim/claim';
import type { Event } from '../core/event/event';
import { card, mark, openDesk, rationale, saved } from './desk';
import { expect, test } from './newsroom';

const story = `The museum bought the canvas for 2.1 million in 1998. It had hung in a school for 40 years.

Three of the five experts call it a copy.`;

test('without a network the desk says so and works on, and everything arrives in order, once', async ({ newsroom }) => {
  const { page, api } = await newsroom.join('checker');
  const article = await newsroom.admin.api.article(story, { title: 'The canvas' });
  await openDesk(page, article);
  await page.context().setOffline(true);
  await expect(page.getByText('You are offline.')).toBeVisible();

  await mark(page, 'bought the canvas for 2.1 million', '2');
  await expect(card(page).getByText('Waiting for the network').first()).toBeVisible();
  await rationale(page).fill('The ledger says 2.05 million.');
  await card(page).getByRole('radio', { name: 'True', exact: true }).click();
  await page.keyboard.press('Escape');
  await mark(page, 'Three of the five experts', 'c');
  await expect(page.getByText('Claim 2 of 2')).toBeVisible();
  await expect(saved(page)).toHaveText(/changes wait/);
  await expect(page.getByText(/changes are kept on this computer/)).toBeVisible();

  await page.context().setOffline(false);
  await expect(saved(page)).toHaveText('Saved');
  await expect(page.getByText('You are offline.')).toBeHidden();
  const { items } = await api.call<{ items: Claim[] }>('GET', `/api/articles/${article.id}/claims`);
  expect(items.map(({ anchors, verdict, rationale: reason }) => [anchors[0]?.exact, verdict, reason])).toEqual([
    ['bought the canvas for 2.1 million', 'true', 'The ledger says 2.05 million.'],
    ['Three of the five experts', null, null],
  ]);
  const histories = await Promise.all(
    items.map(({ id }) => api.call<{ items: Event[] }>('GET', `/api/claims/${id}/history`)),
  );
  const [first, second] = histories.map((history) => history.items);
  expect(first?.filter(({ kind }) => kind === 'claim.created')).toHaveLength(1);
  expect(second?.map(({ kind }) => kind)).toEqual(['claim.created']);
  // The log's numbers only grow: what was done first arrived first.
  expect(first!.at(-1)!.id).toBeLessThan(second![0]!.id);
});
