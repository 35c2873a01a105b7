import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClaim } from '@/db/changes/create-claim';
import { type Desk, desk } from '@/db/testing/desk';
import { countHeld } from './work-heaps';

let at: Desk;
beforeAll(async () => {
  at = await desk();
  for (const exact of ['The mayor', 'called it', 'the longest bridge'])
    await createClaim(at.store, at.call(at.ed), at.article.id, { anchors: [{ exact }], assigneeId: at.cy.id });
});
afterAll(() => at.drop());

it.each([
  ['fewer than that', 10, 3],
  ['just as many', 3, 3],
  ['more', 2, 2],
] as const)('counts what somebody has to check as far as it is asked: where there are %s', async (_, most, counted) => {
  expect(await at.store.see((db) => countHeld(db, at.call(at.cy), most))).toBe(counted);
});
