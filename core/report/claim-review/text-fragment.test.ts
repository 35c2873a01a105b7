import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOfWords } from './text-fragment';

const page = 'https://post.example/bridge';

describe('addressOfWords', () => {
  it.each<[name: string, page: string, words: string, address: string]>([
    ['a sentence', page, 'It cost 40 million', `${page}#:~:text=It%20cost%2040%20million`],
    ['the signs of a directive', page, 'well-known, A&B', `${page}#:~:text=well%2Dknown%2C%20A%26B`],
    ['a page with a fragment of its own', `${page}#part`, 'So', `${page}#part:~:text=So`],
    [
      'two lines, by their ends',
      page,
      'One two three four five six seven\nLast line',
      `${page}#:~:text=One%20two%20three%20four%20five%20six,Last%20line`,
    ],
    ['half a character', page, 'a\ud83d', `${page}#:~:text=a%EF%BF%BD`],
  ])('leads to %s', (_name, from, words, address) => {
    expect(addressOfWords(from, words)).toBe(address);
  });

  it('stays short, and an address, for whatever words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (words) => {
        const address = addressOfWords(page, words);
        expect(new URL(address).href).toBe(address);
        const [, directive = ''] = address.split(':~:text=');
        expect(directive).toMatch(/^[\w.!~*'()%]*(,[\w.!~*'()%]*)?$/);
      }),
    );
  });
});
