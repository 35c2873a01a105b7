import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleText } from '@/core/article/text';
import { LONGEST_WORDS, MOST_PASSAGES } from './alike';
import { article, articleOf } from './generated-article';
import { locate } from './locate';
import { drawnIn } from './range';
import { repeatsOf } from './repeats';

type Doc = ReturnType<typeof articleOf>;

/** The repeats of words that stand in the article; of their first place where they stand in several. */
function repeatsOfWords(doc: Doc, exact: string, language = 'en', ...others: string[]) {
  const { text } = articleText(doc);
  const anchors = [exact, ...others].map((words) => {
    const start = Array.from(text.slice(0, text.indexOf(words))).length;
    return locate(doc, { start, end: start + Array.from(words).length });
  });
  return repeatsOf(doc, language, anchors);
}
const said = (doc: Doc, exact: string, language?: string) =>
  repeatsOfWords(doc, exact, language).map((one) => one.exact);

const harbour = articleOf(
  'The harbour at Vik handled 41,000 containers last year. It was a record for the town.',
  'Fishing is another matter: the fleet has shrunk to nine boats.',
  '“The harbour at Vik handled 41,000 containers last year”, the mayor said. Nobody doubts it.',
  'The harbour at Vik handled 43,000 containers last year, by another count.',
);

/** Property tests take their time on a busy machine. */
const patient = { timeout: 60_000 };

describe('repeatsOf', () => {
  it('finds the same words elsewhere, and nearly the same, each with how alike it is', () => {
    const found = repeatsOfWords(harbour, 'The harbour at Vik handled 41,000 containers last year');
    expect(found).toEqual([
      { exact: 'The harbour at Vik handled 41,000 containers last year', start: 150, end: 204, similarity: 1 },
      { exact: 'The harbour at Vik handled 43,000 containers last year', start: 241, end: 295, similarity: 0.75 },
    ]);
    for (const { exact, start, end } of found)
      expect(Array.from(articleText(harbour).text).slice(start, end).join('')).toBe(exact);
  });

  it('takes in the closing full stop or quotation mark where the anchor does', () => {
    const doc = articleOf('“Nine boats are left.” So he said.', 'He said it twice: “Nine boats are left.”');
    expect(said(doc, '“Nine boats are left.”')).toEqual(['“Nine boats are left.”']);
    expect(said(doc, 'Nine boats are left')).toEqual(['Nine boats are left']);
  });

  it.each([
    ['case', 'NINE BOATS ARE LEFT'],
    ['white space and a line end', 'Nine\u00a0boats\nare  left'],
    ['a soft hyphen', 'Nine boats are le\u00adft'],
    ['punctuation', 'Nine boats, are left'],
  ])('takes %s for the same words', (_, other) => {
    expect(
      repeatsOfWords(articleOf('Nine boats are left.', `He says: ${other}.`), 'Nine boats are left'),
    ).toMatchObject([{ similarity: 1 }]);
  });

  it.each([
    ['one word', 'Vik', ['Vik has a harbour.', 'Vik has boats.']],
    ['two words', 'last year', ['It fell last year.', 'It rose last year.']],
    ['three characters of Japanese', '東京都', ['東京都の人口', '東京都の予算']],
  ])('gives no repeats of %s', (_, words, paragraphs) => {
    expect(said(articleOf(...paragraphs), words)).toEqual([]);
  });

  it('gives only the same words for a short statement', () => {
    const doc = articleOf('Rents in Vik fell sharply.', 'Rents in Vik fell slowly.', 'But rents in Vik fell sharply.');
    expect(said(doc, 'Rents in Vik fell sharply')).toEqual(['rents in Vik fell sharply']);
  });

  it('compares every word, not the rare ones alone', () => {
    const doc = articleOf('Rents fell by ten.', 'Rents fell again.', 'Wages fell by ten.');
    expect(said(doc, 'Rents fell by ten')).toEqual([]);
  });

  it('does not reach into the sentence before or after', () => {
    const doc = articleOf(
      'Last year the fleet of Vik caught nine tons of cod by hand.',
      'It was sold. The fleet of Vik caught nine tons of cod. We are told.',
    );
    expect(said(doc, 'Last year the fleet of Vik caught nine tons of cod by hand.')).toEqual([
      'The fleet of Vik caught nine tons of cod.',
    ]);
  });

  it('looks for no passage longer than a statement, and gives no more places than a person can look at', () => {
    const long = Array.from({ length: LONGEST_WORDS + 1 }, (_, at) => `word${at}`).join(' ');
    expect(said(articleOf(long, long), long)).toEqual([]);
    expect(
      said(articleOf(...Array<string>(MOST_PASSAGES + 20).fill('Nine boats are left.')), 'Nine boats are left.'),
    ).toHaveLength(MOST_PASSAGES);
  });

  it('keeps apart what differs in a currency or a sign of percent', () => {
    const doc = articleOf('It cost the city $3 million in all.', 'It cost the city €3 million in all.');
    expect(repeatsOfWords(doc, 'It cost the city $3 million in all')[0]?.similarity).toBeLessThan(0.9);
  });

  it('finds clauses that stand the other way round', () => {
    const doc = articleOf(
      'Exports of dried cod rose by twelve percent in 2024, the ministry said.',
      'The ministry said exports of dried cod rose by twelve percent in 2024.',
    );
    expect(said(doc, 'Exports of dried cod rose by twelve percent in 2024, the ministry said.')).toEqual([
      'The ministry said exports of dried cod rose by twelve percent in 2024.',
    ]);
  });

  it('does not take sentences on one subject for the same', () => {
    const doc = articleOf(
      'The council said that the bridge over the Elva would open in May.',
      'The council said that the ferry across the sound had closed in March.',
    );
    expect(said(doc, 'The council said that the bridge over the Elva would open in May.')).toEqual([]);
  });

  it('leaves out the other places of the same claim, and what overlaps them', () => {
    const doc = articleOf('Nine boats are left here.', 'Nine boats are left here.', 'Nine boats are left here.');
    const [first, second] = [2, 3].map((at) => drawnIn(articleText(doc), at === 2 ? 0 : 27, at === 2 ? 26 : 53)!);
    expect(repeatsOf(doc, 'en', [first!, second!])).toMatchObject([{ start: 52, end: 77 }]);
  });

  it('finds a passage of several blocks again', () => {
    const doc = articleOf(
      'One ship came in.',
      'Two ships went out.',
      'A pause.',
      'One ship came in.',
      'Two ships went out.',
    );
    expect(said(doc, 'One ship came in.\nTwo ships went out.')).toEqual(['One ship came in.\nTwo ships went out.']);
  });

  it.each([
    [
      'Japanese',
      'ja',
      '東京都の人口は昨年より減少した',
      ['東京都の人口は昨年より減少した。', '都は「東京都の人口は昨年より減少した」と述べた。'],
    ],
    [
      'Arabic',
      'ar',
      'بلغ عدد السكان تسعة ملايين',
      ['بلغ عدد السكان تسعة ملايين.', 'وقال إن بلغ عدد السكان تسعة ملايين نسمة.'],
    ],
    ['Thai', 'th', 'ประชากรกรุงเทพลดลง', ['ประชากรกรุงเทพลดลง', 'เขากล่าวว่าประชากรกรุงเทพลดลงแล้ว']],
  ])('reads %s', (_, language, words, paragraphs) => {
    expect(said(articleOf(...paragraphs), words, language)).toEqual([words]);
  });

  it('never overlaps an anchor or another repeat, and lies in the text, in any article', patient, () => {
    fc.assert(
      fc.property(article, fc.nat(200), fc.integer({ min: 1, max: 80 }), (doc, from, length) => {
        const text = articleText(doc);
        const anchor = drawnIn(text, from, from + length);
        if (!anchor) return;
        let last = 0;
        for (const { exact, start, end, similarity } of repeatsOf(doc, 'en', [anchor])) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.text.slice(text.offsetOfPoints(start), text.offsetOfPoints(end))).toBe(exact);
          expect(
            text.positionAt(text.offsetOfPoints(end)) <= anchor.from ||
              text.positionAt(text.offsetOfPoints(start)) >= anchor.to,
          ).toBe(true);
          expect(similarity).toBeGreaterThanOrEqual(0.6);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('always finds a sentence that was put in twice', patient, () => {
    const word = fc.constantFrom('harbour', 'boats', 'Vik', 'the', 'of', 'nine', 'fell', 'in', '2024', 'mayor');
    const sentence = fc.array(word, { minLength: 4, maxLength: 12 }).map((words) => `${words.join(' ')}.`);
    fc.assert(
      fc.property(
        sentence,
        fc.array(sentence, { maxLength: 6 }),
        fc.array(sentence, { maxLength: 6 }),
        (twice, between, after) => {
          const doc = articleOf(twice, ...between, twice, ...after);
          const found = repeatsOfWords(doc, twice);
          const place = Array.from([twice, ...between, ''].join('\n')).length;
          expect(found.some(({ start, end }) => start < place + twice.length && end > place)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
