import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleText } from '@/core/article/text';
import type { AnchorSelector } from '@/core/claim/claim';
import { Problem } from '@/core/problem';
import { article, articleOf } from './generated-article';
import { isCharacterEdge } from './grapheme';
import { locate, MATCHES_LISTED } from './locate';
import { quoteOf } from './quote';
import { splitsPair } from './range';

type Doc = ReturnType<typeof articleOf>;

/** What stands where a selector points. */
function wordsAt(doc: Doc, selector: AnchorSelector): string {
  const { from, to } = locate(doc, selector);
  return articleText(doc).between(from, to);
}

function problemOf(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

const refusal = (doc: Doc, selector: AnchorSelector) => problemOf(() => locate(doc, selector)).code;
const at = (from: number, to: number): AnchorSelector => ({ from, to, version: 0 });

/** Property tests take their time on a busy machine. */
const patient = { timeout: 60_000 };

describe('locate by positions', () => {
  const doc = articleOf('', 'One 😀.', '', 'Two.', '');
  // Positions: 1 empty, 3-10 "One 😀.", 11-12 empty, 13 "Two." 14-18, 20 empty.
  it.each([
    ['the words themselves', at(3, 6), 'One'],
    ['the whole article', at(0, doc.content.size), 'One 😀.\n\nTwo.'],
    ['from before a block to after it', at(2, 11), 'One 😀.'],
    ['from the end of a block', at(10, 16), 'Tw'],
    ['to the start of a block', at(3, 14), 'One 😀.'],
    ['a space', at(6, 7), ' '],
  ])('draws %s inward to the nearest characters', (_, selector, words) => {
    expect(wordsAt(doc, selector)).toBe(words);
  });

  it.each([
    ['no length', at(4, 4)],
    ['the end before the start', at(6, 4)],
    ['only empty blocks', at(0, 3)],
    ['only a block boundary', at(10, 14)],
    ['an end past the article', at(3, doc.content.size + 1)],
    ['a start past the article', at(500, 600)],
    ['half a surrogate pair at its start', at(8, 10)],
    ['half a surrogate pair at its end', at(3, 8)],
  ])('refuses %s', (_, selector) => {
    expect(refusal(doc, selector)).toBe('range-impossible');
  });

  it('refuses an article without text', () => {
    expect(refusal(articleOf(''), at(0, 2))).toBe('range-impossible');
  });
});

describe('locate by offsets', () => {
  const doc = articleOf('𝔘 one', 'two');
  it('counts code points', () => {
    expect(wordsAt(doc, { start: 0, end: 1 })).toBe('𝔘');
    expect(wordsAt(doc, { start: 2, end: 9 })).toBe('one\ntwo');
  });

  it.each([
    ['no length', { start: 3, end: 3 }],
    ['an end past the text', { start: 0, end: 10 }],
    ['only the line feed between two blocks', { start: 5, end: 6 }],
  ])('refuses %s', (_, selector) => {
    expect(refusal(doc, selector)).toBe('range-impossible');
  });
});

describe('locate by quote', () => {
  const twice = articleOf(
    'In May the council said that rents fell by a tenth.',
    'Rents rose, the mayor said.',
    'In June the council said that rents fell by a tenth, too.',
  );

  it('finds words that stand in one place, across blocks and lines', () => {
    expect(locate(articleOf('One', 'two\nthree'), { exact: 'e\ntwo\nthr' })).toEqual({ from: 3, to: 13 });
  });

  it('finds them whatever their context is said to be', () => {
    expect(wordsAt(twice, { exact: 'Rents rose', prefix: 'nothing like it ' })).toBe('Rents rose');
  });

  it.each([
    ['the prefix', { prefix: 'In June the council said that ' }],
    ['a short prefix with the suffix', { prefix: 'that ', suffix: ' by a tenth, too' }],
    ['a suffix across a block boundary', { suffix: ' by a tenth, too.' }],
    ['a prefix in other white space', { prefix: 'said.\n\n  In June the\u00a0council said  that' }],
    ['a prefix that was edited since', { prefix: 'the Mayor said.\nIn June the council said that ' }],
    [
      'a prefix that runs on past a context changed at its far end',
      { prefix: 'Rents fell, the mayor said.\nIn June the council said that ' },
    ],
  ])('tells two places apart by %s', (_, context) => {
    const { from } = locate(twice, { exact: 'rents fell', ...context });
    expect(articleText(twice).text.lastIndexOf('rents fell')).toBe(articleText(twice).offsetAt(from));
  });

  it.each([
    ['nothing else', {}],
    ['empty context', { prefix: '', suffix: '' }],
    ['context that both places have', { prefix: 'the council said that ', suffix: ' by a tenth' }],
    ['context that neither place has', { prefix: 'a paper reported ', suffix: ' sharply' }],
    [
      'context whose halves point to different places',
      { prefix: 'In May the council said that ', suffix: ' by a tenth, too.' },
    ],
    ['a lead of one short word', { prefix: 'Last June the council said that ' }],
    ['a lead of a letter or two', { prefix: 'e council said that ', suffix: ' by a tenth?' }],
  ])('does not guess from %s', (_, context) => {
    expect(refusal(twice, { exact: 'rents fell', ...context })).toBe('quote-ambiguous');
  });

  it('does not weigh a far better fit on one side against a worse one on the other', () => {
    const doc = articleOf(
      'Of old the first mayor of the whole town of Vik wrote that rents fell.',
      'A paper wrote that rents fell sharply.',
    );
    const prefix = 'Once the first mayor of the whole town of Vik wrote that ';
    expect(wordsAt(doc, { exact: 'rents fell', prefix })).toBe('rents fell');
    expect(refusal(doc, { exact: 'rents fell', prefix, suffix: ' sharply!' })).toBe('quote-ambiguous');
  });

  it('lists the places to choose from, each with what tells it apart', () => {
    const problem = problemOf(() => locate(articleOf('𝔘 a b', 'a c'), { exact: 'a' }));
    expect(problem.values).toEqual({ count: 2 });
    expect(problem.extra).toEqual({
      matches: [
        { exact: 'a', prefix: '𝔘 ', suffix: ' b\na c', start: 2, end: 3 },
        { exact: 'a', prefix: '𝔘 a b\n', suffix: ' c', start: 6, end: 7 },
      ],
    });
    for (const match of problem.extra.matches as { exact: string; prefix: string; suffix: string }[])
      expect(wordsAt(articleOf('𝔘 a b', 'a c'), match)).toBe('a');
  });

  it('counts all the places and lists the first of them', () => {
    const problem = problemOf(() => locate(articleOf('a '.repeat(300)), { exact: 'a' }));
    expect(problem.values).toEqual({ count: 300 });
    expect(problem.extra.matches).toHaveLength(MATCHES_LISTED);
  });

  it('sees that overlapping places are two', () => {
    expect(refusal(articleOf('ha ha ha'), { exact: 'ha ha' })).toBe('quote-ambiguous');
  });

  it.each([
    ['straight quotation marks', 'He said “it’s ten”.', `He said "it's ten"`, 'He said “it’s ten”'],
    ['other white space', 'ten\u00a0per  cent of it', ' ten per\ncent ', 'ten\u00a0per  cent'],
    ['spaces for a block boundary', 'the end.|Then', 'end. Then', 'end.\nThen'],
    ['accents composed', 'the cafe\u0301s', 'cafés', 'cafe\u0301s'],
    ['accents apart', 'the cafés', 'cafe\u0301s', 'cafés'],
    ['Windows line ends', 'one|two', 'one\r\ntwo', 'one\ntwo'],
    ['a soft hyphen that the article has', 'ele\u00adven men', 'eleven men', 'ele\u00adven men'],
  ])('finds words typed with %s when they stand nowhere letter by letter', (_, text, exact, found) => {
    expect(wordsAt(articleOf(...text.split('|')), { exact })).toBe(found);
  });

  it('takes the words letter by letter over the same words in other typography', () => {
    const doc = articleOf('“ten” men', '"ten" men');
    expect(locate(doc, { exact: '"ten" men' })).toEqual({ from: 12, to: 21 });
  });

  it('does not guess between two that differ in typography alone', () => {
    const doc = articleOf('“ten” men', '„ten“ men');
    expect(refusal(doc, { exact: '"ten" men' })).toBe('quote-ambiguous');
    expect(locate(doc, { exact: '"ten" men', prefix: 'men ' })).toEqual({ from: 12, to: 21 });
  });

  it.each([
    ['words of another case', 'Ten men', 'ten men'],
    ['another number', 'ten men', 'ten man'],
    ['a letter without its accent', 'a cafe\u0301', 'cafe'],
    ['a flag across two others', '🇺🇸🇯🇵', '🇸🇯'],
    ['one person of a family', '👩‍👩‍👧', '👩'],
    ['half a surrogate pair', '😀', '\ud83d'],
    ['white space that is not there', 'ten', '  '],
    ['no words', 'ten', ''],
  ])('does not find %s', (_, text, exact) => {
    expect(refusal(articleOf(text), { exact })).toBe('quote-not-found');
  });

  it('finds a place inside a character when the context says so letter by letter', () => {
    expect(locate(articleOf('a cafe\u0301 or cafe'), { exact: 'cafe', suffix: '\u0301 or' })).toEqual({
      from: 3,
      to: 7,
    });
  });

  it('does not find it there when the context says nothing of the side that is cut', () => {
    expect(refusal(articleOf('a cafe\u0301 or'), { exact: 'cafe', prefix: 'a ' })).toBe('quote-not-found');
  });

  it('names the words that it did not find, shortened', () => {
    const problem = problemOf(() => locate(articleOf('x'), { exact: '😀\n'.repeat(500) }));
    expect(problem.values.quote).toMatch(/^(😀 ){60}…$/u);
  });
});

describe('the three ways of saying where', () => {
  const place = fc.tuple(article, fc.nat(300), fc.integer({ min: 1, max: 60 })).map(([doc, from, length]) => {
    const size = doc.content.size;
    return { doc, from: Math.min(from, size), to: Math.min(from + length, size) };
  });
  const found = (doc: Doc, selector: AnchorSelector) => {
    try {
      return locate(doc, selector);
    } catch (error) {
      if (error instanceof Problem) return error.code;
      throw error;
    }
  };

  it('agree: positions, code points and the quote with its context lead to one place', patient, () => {
    let settled = 0;
    let ambiguous = 0;
    fc.assert(
      fc.property(place, ({ doc, from, to }) => {
        const range = found(doc, at(from, to));
        if (typeof range === 'string') {
          expect(range).toBe('range-impossible');
          return;
        }
        const text = articleText(doc);
        const start = text.pointsAt(text.offsetAt(range.from));
        const end = text.pointsAt(text.offsetAt(range.to));
        expect(locate(doc, { start, end })).toEqual(range);
        expect(locate(doc, at(range.from, range.to))).toEqual(range);
        const quote = quoteOf(doc, range.from, range.to);
        expect(quote.exact).toBe(Array.from(text.text).slice(start, end).join(''));
        const whole = `${quote.prefix}\u0000${quote.exact}\u0000${quote.suffix}`;
        const again = found(doc, quote);
        if (again === 'quote-ambiguous') {
          // Refused only when the same quote with the same surroundings does stand elsewhere.
          const words = quote.prefix + quote.exact + quote.suffix;
          expect(text.text.indexOf(words), whole).not.toBe(text.text.lastIndexOf(words));
          ambiguous++;
        } else if (again === 'quote-not-found') {
          // Only a place inside a character whose context is empty on that side is not found again.
          const cutAtStart = quote.prefix === '' && !isCharacterEdge(text.text, text.offsetAt(range.from));
          const cutAtEnd = quote.suffix === '' && !isCharacterEdge(text.text, text.offsetAt(range.to));
          expect(cutAtStart || cutAtEnd, whole).toBe(true);
        } else {
          expect(again, whole).toEqual(range);
          settled++;
        }
      }),
      { numRuns: 3000 },
    );
    expect(settled).toBeGreaterThan(20 * ambiguous);
  });

  it('never give a place that cuts a surrogate pair, holds nothing or begins or ends on a boundary', patient, () => {
    fc.assert(
      fc.property(place, ({ doc, from, to }) => {
        const range = found(doc, at(from, to));
        if (typeof range === 'string') return;
        const { text, ...read } = {
          text: articleText(doc).text,
          start: articleText(doc).offsetAt(range.from),
          end: articleText(doc).offsetAt(range.to),
        };
        expect(range.from).toBeGreaterThanOrEqual(from);
        expect(range.to).toBeLessThanOrEqual(to);
        expect(read.start).toBeLessThan(read.end);
        expect(splitsPair(text, read.start) || splitsPair(text, read.end)).toBe(false);
        for (const inside of [range.from, range.to]) expect(doc.resolve(inside).parent.isTextblock).toBe(true);
        expect(doc.resolve(range.from).parentOffset).toBeLessThan(doc.resolve(range.from).parent.content.size);
        expect(doc.resolve(range.to).parentOffset).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
