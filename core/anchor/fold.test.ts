import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldedText, placesOf, sameWords } from './fold';
import { character } from './generated-article';

const odd = fc.constantFrom(
  '“',
  '„',
  '»',
  '’',
  '`',
  '\u00ad',
  '\u200b',
  '\u2028',
  '\t',
  '\u00a0',
  '\u0301',
  '\u0323',
  'ᾂ',
  'Å',
  '한',
  '\ufeff',
);
const text = fc.array(fc.oneof(character, odd), { maxLength: 30 }).map((parts) => parts.join(''));

/** Property tests take their time on a busy machine. */
const patient = { timeout: 60_000 };

describe('sameWords', () => {
  it.each([
    ['white space', 'ten  per\u00a0cent\n', ' ten per cent'],
    ['a line end for a space', 'ten\nper cent', 'ten per cent'],
    ['quotation marks', '“Ten” and ‘eleven’', '"Ten" and \'eleven\''],
    ['guillemets', '«Dix»', '„Dix“'],
    ['an apostrophe', 'it’s', "it's"],
    ['a soft hyphen', 'eleven', 'ele\u00adven'],
    ['an accent on its own', 'café', 'cafe\u0301'],
    ['two accents in another order', 'a\u0323\u0302', 'a\u0302\u0323'],
    ['Hangul in parts', '한', '한'],
  ])('takes %s for no change', (_, one, other) => {
    expect(sameWords(one, other)).toBe(true);
  });

  it.each([
    ['case', 'March', 'march'],
    ['a digit', '1,204', '1,205'],
    ['an accent', 'resume', 'résumé'],
    ['a hyphen', 're-sign', 'resign'],
    ['a dash', '3-4', '3–4'],
    ['feet for inches', "5'", '5"'],
    ['a space more', 'now here', 'nowhere'],
    ['a full stop', 'Ten.', 'Ten'],
    ['a ligature', 'ﬁve', 'five'],
  ])('takes %s for a change', (_, one, other) => {
    expect(sameWords(one, other)).toBe(false);
  });
});

describe('foldedText', () => {
  it('is the folded text, whatever the text', patient, () => {
    fc.assert(
      fc.property(text, (original) => {
        expect(foldedText(original).text).toBe(fold(original));
      }),
      { numRuns: 1000 },
    );
  });

  it('knows where each part came from', patient, () => {
    fc.assert(
      fc.property(text, (original) => {
        const { text: folded, places } = foldedText(original);
        let last = 0;
        places.forEach((place, unit) => {
          if (place === -1) return;
          expect(place).toBeGreaterThanOrEqual(last);
          expect(fold(original.slice(last, place))).toBe(folded.slice(places.indexOf(last), unit));
          last = place;
        });
        expect(last).toBe(original.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('placesOf', () => {
  it('finds folded words where they stand, white space and marks taken whole', () => {
    const folded = foldedText('a  “b\u00a0\n c”  a "b c"');
    expect(placesOf(folded, fold('“b c”'))).toEqual([
      { start: 3, end: 10 },
      { start: 14, end: 19 },
    ]);
  });

  it('finds no letter without its accent', () => {
    expect(placesOf(foldedText('café cafe\u0301'), 'cafe')).toEqual([]);
  });
});
