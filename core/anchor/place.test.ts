import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleText } from '@/core/article/text';
import { article, articleOf } from './generated-article';
import { placeAnchor } from './place';
import { quoteOf } from './quote';
import { drawnIn, splitsPair } from './range';

const stored = (from: number | null, to: number | null, exact: string) => ({
  id: 'a1',
  from,
  to,
  exact,
  prefix: 'p',
  suffix: 's',
});
const gone = { from: null, to: null, start: null, end: null, current: null, state: 'orphaned' };

/** Property tests take their time on a busy machine. */
const patient = { timeout: 60_000 };

describe('placeAnchor', () => {
  const doc = articleOf('𝔘 “Ten” men', 'and a boat.');

  it.each([
    ['the very words', 4, 13, '“Ten” men', 'anchored'],
    ['the words in other typography', 4, 13, '"Ten"\nmen', 'anchored'],
    ['other words', 4, 13, '“Six” men', 'changed'],
    ['words of another case', 4, 13, '“ten” men', 'changed'],
    ['more words', 4, 26, '“Ten” men', 'changed'],
  ] as const)('finds %s', (_, from, to, exact, state) => {
    const start = 2;
    expect(placeAnchor(doc, stored(from, to, exact))).toEqual({
      id: 'a1',
      from,
      to,
      exact,
      prefix: 'p',
      suffix: 's',
      start,
      end: start + (to === 13 ? 9 : 21),
      current: to === 13 ? '“Ten” men' : '“Ten” men\nand a boat.',
      state,
    });
  });

  it.each([
    ['no positions', null, null],
    ['one position', 4, null],
    ['nothing between them', 7, 7],
    ['only a block boundary between them', 13, 15],
    ['positions of a longer article', 400, 410],
  ])('calls an anchor with %s orphaned', (_, from, to) => {
    expect(placeAnchor(doc, stored(from, to, 'Ten'))).toMatchObject(gone);
  });

  it('is anchored at once wherever its own quote was taken', patient, () => {
    fc.assert(
      fc.property(article, fc.nat(200), fc.nat(60), (any, from, length) => {
        const range = drawnIn(articleText(any), from, from + length);
        if (
          !range ||
          [range.from, range.to].some((pos) => splitsPair(articleText(any).text, articleText(any).offsetAt(pos)))
        )
          return;
        const quote = quoteOf(any, range.from, range.to);
        const anchor = placeAnchor(any, { id: 'a1', ...range, ...quote });
        expect(anchor).toMatchObject({ ...range, ...quote, current: quote.exact, state: 'anchored' });
        expect(Array.from(articleText(any).text).slice(anchor.start!, anchor.end!).join('')).toBe(quote.exact);
      }),
    );
  });
});
