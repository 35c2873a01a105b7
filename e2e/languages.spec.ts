import type { Claim } from '../core/claim/claim';
import { allSaved, articleText, card, clickWords, openDesk, selectWords } from './desk';
import { expect, test } from './newsroom';

const tongues = [
  {
    name: 'Arabic',
    language: 'ar',
    direction: 'rtl',
    sentences: ['بُني الجسر في عام 1931.', 'هل كلّف 38 مليون يورو؟', 'قالت المهندسة إن العمل انتهى.'],
    words: 'كلّف 38 مليون',
  },
  {
    name: 'Japanese',
    language: 'ja',
    direction: 'ltr',
    sentences: ['橋は1931年に完成した。', '修理には3800万ユーロかかったのか？', '技師は工事が終わったと述べた。'],
    words: '3800万ユーロ',
  },
] as const;

for (const { name, language, direction, sentences, words } of tongues)
  test(`An article in ${name} runs its own way, V takes its sentences, and a claim holds the very words.`, async ({
    newsroom,
  }) => {
    const { page, api } = await newsroom.join('editor');
    const article = await api.article(sentences.join(language === 'ja' ? '' : ' '), { title: sentences[0] });
    expect(article.language).toBe(language);
    await openDesk(page, article);
    await expect(articleText(page)).toHaveAttribute('lang', language);
    await expect(articleText(page)).toHaveCSS('direction', direction);

    await clickWords(page, sentences[1].slice(0, 4));
    await page.keyboard.press('v');
    await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible();
    await page.keyboard.press('3');
    await expect(card(page)).toHaveAccessibleName(`Claim 1 of 1, Half true: ${sentences[1]}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(card(page)).toHaveCount(0);

    await selectWords(page, words);
    await page.keyboard.press('c');
    await expect(card(page)).toHaveAccessibleName(`Claim 2 of 2, No verdict: ${words}`);
    await allSaved(page);
    const { items } = await api.call<{ items: Claim[] }>('GET', `/api/articles/${article.id}/claims`);
    expect(items.flatMap(({ anchors }) => anchors.map(({ exact, state }) => [exact, state]))).toEqual([
      [sentences[1], 'anchored'],
      [words, 'anchored'],
    ]);
  });
