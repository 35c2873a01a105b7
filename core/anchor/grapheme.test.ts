import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { character } from './generated-article';
import { ALONE, characterEdges, isCharacterEdge } from './grapheme';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const edgesOf = (text: string) => [...Array.from(segmenter.segment(text), ({ index }) => index), text.length];

/** Property tests take their time on a busy machine. */
const patient = { timeout: 60_000 };

describe('isCharacterEdge', () => {
  it('asks the segmenter about every unit that can join a neighbour', patient, () => {
    const units: string[] = [];
    for (let code = 1; code < 0xffff; code++) units.push(String.fromCharCode(code));
    const alone = units.filter((unit) => ALONE.test(unit) && unit !== '\r');
    expect(alone.length).toBeGreaterThan(30_000);
    // In short pieces: the segmenter's time grows with the square of the length.
    for (let from = 0; from < alone.length; from += 200) {
      const piece = alone.slice(from, from + 200);
      const beside = piece.flatMap((unit) => [`${unit}a`, `${unit}한`]).join('');
      expect(edgesOf(beside)).toHaveLength(beside.length + 1);
      expect(edgesOf(piece.join(''))).toHaveLength(piece.length + 1);
    }
  });

  it('agrees with the segmenter in any text, short ones and long ones with white space', patient, () => {
    const parts = fc.array(fc.oneof(character, fc.constantFrom('\u0301', '\u200d', '🏽', '🇫', '\u094d', 'ᄒ', 'ᅡ')), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(parts, (some) => {
        const text = `${'word '.repeat(80)}${some.join('')}`;
        const edges = edgesOf(text);
        for (let at = 400; at <= text.length; at++) expect(isCharacterEdge(text, at)).toBe(edges.includes(at));
        expect(characterEdges(text, 400, text.length)).toEqual(edges.filter((edge) => edge >= 400));
      }),
    );
  });
});
