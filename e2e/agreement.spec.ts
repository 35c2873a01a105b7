import type { Claim } from '../core/claim/claim';
import { expect, test } from './newsroom';

test('On a phone every figure of how well two checkers agree is in sight, beside its name.', async ({ newsroom }) => {
  const first = await newsroom.join('editor', 'Jun Park');
  const second = await newsroom.join('checker', 'Ines Hartmann');
  const { id: secondId } = await second.api.call<{ id: string }>('GET', '/api/me');
  const article = await first.api.article('The dam was built in 1931. It holds 84 million cubic metres.');
  for (const exact of ['built in 1931', '84 million cubic metres']) {
    const claim = await first.api.claim(article.id, exact, { verdict: 'true' });
    await first.api.call<Claim>(
      'PATCH',
      `/api/claims/${claim.id}`,
      { secondCheckerId: secondId },
      { ifMatch: claim.revision },
    );
    await second.api.call('POST', `/api/claims/${claim.id}/checks`, { verdict: 'true', rationale: 'It says so.' });
  }
  const { page } = first;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/agreement?article=${article.id}`);
  const pair = page.getByRole('row', { name: /Ines Hartmann · Jun Park|Jun Park · Ines Hartmann/ });
  const figures = pair.getByRole('cell');
  await expect(figures).toHaveCount(5);
  for (const figure of await figures.all()) {
    await expect(figure).toBeVisible();
    const { x, width } = (await figure.boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(390);
  }
  await expect(figures.last()).toHaveAttribute('data-figure', 'Krippendorff’s alpha');
});
