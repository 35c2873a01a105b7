import type { Claim } from '../core/claim/claim';
import type { Newsroom as House } from '../core/newsroom/person';
import { audit } from './audit';
import { allSaved, card, openDesk, row } from './desk';
import { expect, test } from './newsroom';

const story = 'The dam holds 84 million cubic metres. It was finished in 1962.';

/** Others of this worker's newsroom work by the rules that it began with. */
test.afterEach(async ({ newsroom }) => {
  const { admin } = newsroom;
  const { revision } = await admin.api.call<House>('GET', '/api/newsroom');
  const rules = { sources: {}, approvers: { critical: 1 } };
  await admin.api.call('PATCH', '/api/newsroom', { rules }, { ifMatch: revision });
});

test('A grave claim waits for two approvals and what its verdict must stand on; a claim that is sent back says why.', async ({
  newsroom,
}) => {
  const { admin } = newsroom;
  const editor = await newsroom.join('editor', 'Kei Tanaka');
  const checker = await newsroom.join('checker', 'Ines Duarte');

  await test.step('The admin sets the rules, and everybody can read them', async () => {
    const { page } = admin;
    await page.goto('/settings');
    const rules = page.locator('.rules');
    await rules.getByLabel('Critical').selectOption('2');
    await rules.getByLabel('True (Five-point) needs', { exact: true }).selectOption('two-or-primary');
    await expect(rules.getByRole('status')).toHaveText('Saved');
    await audit(page, 'the rules');
    await checker.page.goto('/settings');
    await expect(checker.page.locator('.rules')).toContainText('A primary source, or two independent ones');
    await expect(checker.page.locator('.rules').getByRole('combobox')).toHaveCount(0);
    await audit(checker.page, 'read by a checker');
  });

  const article = await admin.api.article(story, { title: 'The dam' });
  const claim = await checker.api.claim(article.id, '84 million cubic metres', {
    verdict: 'true',
    rationale: 'The yearbook says so.',
    severity: 'critical',
    status: 'in-review',
  });

  await test.step('The card says what is missing before anybody presses Approve', async () => {
    await openDesk(editor.page, article, claim.id);
    const approval = card(editor.page).getByRole('region', { name: 'Approval' });
    await expect(approval).toContainText('0 of 2 approvals');
    await expect(approval).toContainText('needs a primary source, or two independent ones');
    await expect(card(editor.page).getByRole('button', { name: 'Approve', exact: true })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await audit(editor.page, 'what an approval lacks');
  });

  await test.step('Sent back with a reason, it says so to who checks it', async () => {
    await card(editor.page).getByRole('button', { name: 'Send back' }).click();
    await card(editor.page).getByLabel('What is missing').fill('Cite the yearbook itself.');
    await card(editor.page).getByRole('button', { name: 'Send back' }).click();
    await openDesk(checker.page, article, claim.id);
    const back = card(checker.page).getByRole('region', { name: 'Sent back' });
    await expect(back).toContainText('Kei Tanaka');
    await expect(back).toContainText('Cite the yearbook itself.');
    await audit(checker.page, 'read by a checker');
    await checker.api.call('POST', `/api/claims/${claim.id}/citations`, {
      source: { title: 'Yearbook', tier: 'primary' },
      stance: 'supports',
    });
    await card(checker.page).getByRole('button', { name: 'Send to review' }).click();
    await expect(back).toBeHidden();
    await allSaved(checker.page);
  });

  await test.step('One approves, and the second makes it approved', async () => {
    const approval = card(editor.page).getByRole('region', { name: 'Approval' });
    await expect(approval).not.toContainText('needs a primary source');
    await card(editor.page).getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(approval).toContainText('1 of 2 approvals');
    await expect(approval).toContainText('somebody else’s approval is needed');
    // The first of two can be taken back as the last can.
    const told = editor.page.getByRole('status').filter({ hasText: 'Approved. 1 more approval is needed' });
    await told.getByRole('button', { name: 'Undo' }).click();
    await expect(approval).toContainText('0 of 2 approvals');
    await allSaved(editor.page);
    expect(await editor.api.call<Claim>('GET', `/api/claims/${claim.id}`)).toMatchObject({
      status: 'in-review',
      approvals: [],
    });
    await card(editor.page).getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(approval).toContainText('1 of 2 approvals');
    await openDesk(admin.page, article, claim.id);
    await card(admin.page).getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(approval).toContainText('Approved by Maya Osei');
    await expect(card(editor.page).getByRole('listitem').filter({ hasText: 'Approved' })).toHaveAttribute(
      'aria-current',
      'step',
    );
  });

  await test.step('One’s own verdict is somebody else’s to approve', async () => {
    const own = await editor.api.claim(article.id, 'finished in 1962', { rationale: 'A plaque.', status: 'in-review' });
    await expect(row(editor.page, 'finished in 1962')).toBeVisible();
    await openDesk(editor.page, article, own.id);
    await expect(card(editor.page)).toHaveAccessibleName(/finished in 1962/);
    await editor.page.keyboard.press('5');
    await expect(card(editor.page)).toContainText('You judged this claim: somebody else approves it');
    await allSaved(editor.page);
    await editor.api.call('POST', `/api/claims/${own.id}/approve`, undefined, { status: 422 });
  });
});
