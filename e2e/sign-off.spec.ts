import type { Article } from '../core/article/article';
import type { Claim } from '../core/claim/claim';
import { openDesk } from './desk';
import { expect, test } from './newsroom';
import { blockers } from './sign-off';

const story = `The harbour sold 41 boats in 2024, says the harbour office. Nine of them went to Denmark.

The quay was rebuilt in 1987 for 3 million euros.`;

test('an article is signed off once nothing holds it up, shows what changed since, and logs what was put right', async ({
  newsroom,
}) => {
  const editor = await newsroom.join('editor', 'Ines Prado');
  const checker = await newsroom.join('checker', 'Tom Yilmaz');
  const article = await editor.api.article(story, { title: 'Boats of the harbour' });
  const sold = await checker.api.claim(article.id, 'The harbour sold 41 boats in 2024', { verdict: 'true' });
  const quay = await checker.api.claim(article.id, 'The quay was rebuilt in 1987', {
    verdict: 'false',
    correction: 'The quay was rebuilt in 1978',
  });
  const gone = await checker.api.claim(article.id, 'Nine of them went to Denmark.', { verdict: 'true' });
  const text = story.replace(' Nine of them went to Denmark.', '').replace('41 boats', '14 boats');
  await editor.api.call('POST', `/api/articles/${article.id}/drafts`, { text }, { status: 200 });

  // Every blocker is there by its kind, and leads to its claim.
  const { page } = editor;
  await openDesk(page, article);
  const way = page.getByRole('link', { name: /^Sign off/ });
  await expect(way).toHaveText('Sign off3 left');
  await way.click();
  await expect(page).toHaveURL(`/articles/${article.id}/sign-off`);
  await expect(page.getByRole('heading', { name: '5 things hold the sign-off up' })).toBeVisible();
  await expect(blockers(page, '1 claim whose words changed')).toContainText('14 boats');
  await expect(blockers(page, '1 claim whose words are gone')).toContainText('Nine of them went to Denmark.');
  await expect(blockers(page, '3 claims without approval').getByRole('listitem')).toHaveCount(3);
  await expect(page.getByRole('button', { name: /^Sign off/ })).toBeHidden();
  for (const [heading, claim] of [
    ['1 claim whose words changed', sold],
    ['1 claim whose words are gone', gone],
  ] as const)
    await expect(blockers(page, heading).getByRole('link')).toHaveAttribute(
      'href',
      `/articles/${article.id}#claim-${claim.id}`,
    );
  await blockers(page, '1 claim whose words changed').getByRole('link').click();
  await expect(page.locator('[data-card]')).toContainText('14 boats');

  // Others mend them, and the page hears of it.
  await page.goto(`/articles/${article.id}/sign-off`);
  const revision = async (claim: Claim) => (await editor.api.call<Claim>('GET', `/api/claims/${claim.id}`)).revision;
  const mend = async (claim: Claim, what: string, body: object) =>
    checker.api.call('POST', `/api/claims/${claim.id}/${what}`, body, { ifMatch: await revision(claim), status: 200 });
  await mend(gone, 'close', { note: 'The sentence was cut.' });
  await mend(sold, 'confirm', {});
  for (const claim of [sold, quay]) await editor.api.call('POST', `/api/claims/${claim.id}/approve`);
  await expect(page.getByRole('heading', { name: 'Nothing holds the sign-off up.' })).toBeVisible();
  await page.getByRole('button', { name: /^Sign off version/ }).click();
  await expect(page.getByRole('heading', { name: /^Signed off by Ines Prado/ })).toBeVisible();
  const { signedOff } = await editor.api.call<Article>('GET', `/api/articles/${article.id}`);
  await expect(page.getByText(signedOff!.sha256)).toBeVisible();

  // A correction is put in: it shows here and at another's open desk.
  await openDesk(checker.page, article);
  await expect(checker.page.getByRole('button', { name: /^Status: Signed off/ })).toBeVisible();
  await expect(checker.page.getByRole('link', { name: /^Sign off/ })).toHaveCount(0);
  await editor.api.call('POST', `/api/claims/${quay.id}/accept`, {}, { ifMatch: await revision(quay), status: 200 });
  await expect(checker.page.getByRole('button', { name: /^Status: Changed since sign-off/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Changed since it was signed off' })).toBeVisible();
  const changes = page.getByRole('region', { name: 'What has changed since' });
  await expect(changes).toContainText('Ines Prado put the correction into the text');

  // It is logged from there, and stands in the report for readers.
  await changes.getByRole('button', { name: 'Log this correction' }).click();
  const dialog = page.getByRole('dialog', { name: 'Log a correction' });
  await expect(dialog.getByRole('textbox', { name: 'What was put right' })).toHaveValue(/1987.*1978/);
  await dialog.getByRole('textbox', { name: 'What was put right' }).fill('The quay was rebuilt in 1978, not in 1987.');
  await dialog.getByRole('button', { name: 'Log it' }).click();
  await expect(page.getByRole('region', { name: 'Corrections log' })).toContainText('in 1978, not in 1987.');
  await expect(changes.getByRole('button', { name: 'Log this correction' })).toBeHidden();
  const report = await editor.api.call<string>('GET', `/api/articles/${article.id}/export?format=html&edition=public`);
  expect(report).toContain('The quay was rebuilt in 1978, not in 1987.');
  expect(report).toContain('Signed off by Ines Prado');
  expect(report).toContain(signedOff!.sha256);
  expect(report).toContain('has changed since then');
});
