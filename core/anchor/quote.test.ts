import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleText } from '@/core/article/text';
import { article, articleOf } from './generated-article';
import { isCharacterEdge } from './grapheme';
import { CONTEXT_POINTS, quoteOf } from './quote';
import { drawnIn } from './range';

/** Property tests take their time on a busy machine. */
const patient = { timeout: 60_000 };

describe('quoteOf', () => {
  it('joins blocks and lines by a line feed, in the context too', () => {
    const doc = articleOf('One.', 'Two\nlines', 'Three.');
    expect(quoteOf(doc, 7, 21)).toEqual({ exact: 'Two\nlines\nThr', prefix: 'One.\n', suffix: 'ee.' });
  });

  it('keeps so many code points of context, not UTF-16 units', () => {
    const doc = articleOf(`${'𝔘'.repeat(40)}x${'𝔙'.repeat(40)}`);
    const { prefix, suffix } = quoteOf(doc, 81, 82);
    expect([prefix, suffix]).toEqual(['𝔘'.repeat(CONTEXT_POINTS), '𝔙'.repeat(CONTEXT_POINTS)]);
  });

  it.each([
    ['a family', '👩‍👩‍👧'],
    ['a letter with its accents', 'e\u0301\u0323'],
    ['a flag', '🇯🇵'],
    ['a skin tone', '👍🏽'],
  ])('never cuts %s', (_, whole) => {
    const side = whole.repeat(40);
    const { prefix, suffix } = quoteOf(articleOf(`${side}x${side}`), side.length + 1, side.length + 2);
    const room = Math.floor(CONTEXT_POINTS / Array.from(whole).length);
    expect([prefix, suffix]).toEqual([whole.repeat(room), whole.repeat(room)]);
  });

  it('touches the exact words and holds only whole characters of at most its length, in any article', patient, () => {
    fc.assert(
      fc.property(article, fc.nat(200), fc.nat(200), (doc, from, length) => {
        const text = articleText(doc);
        const range = drawnIn(text, from, from + length);
        if (!range) return;
        const start = text.offsetAt(range.from);
        const end = text.offsetAt(range.to);
        const { exact, prefix, suffix } = quoteOf(doc, range.from, range.to);
        expect(exact).toBe(text.text.slice(start, end));
        expect(text.text.slice(0, start).endsWith(prefix)).toBe(true);
        expect(text.text.slice(end).startsWith(suffix)).toBe(true);
        for (const context of [prefix, suffix]) expect(Array.from(context).length).toBeLessThanOrEqual(CONTEXT_POINTS);
        expect(isCharacterEdge(text.text, start - prefix.length)).toBe(true);
        expect(isCharacterEdge(text.text, end + suffix.length) || suffix === '').toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
