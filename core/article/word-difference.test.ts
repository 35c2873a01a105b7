import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, readableDifference } from './word-difference';

const side = (stretches: ReturnType<typeof difference>, kind: 'first' | 'second') =>
  stretches
    .filter((one) => one.kind === 'same' || one.kind === kind)
    .map((one) => one.text)
    .join('');

describe('difference', () => {
  it('keeps what both say', () => {
    expect(difference('Abe signed the bag.', 'Matsuyama signed the bag.')).toEqual([
      { kind: 'first', text: 'Abe' },
      { kind: 'second', text: 'Matsuyama' },
      { kind: 'same', text: ' signed the bag.' },
    ]);
  });
  it('is empty for two empty texts', () => {
    expect(difference('', '')).toEqual([]);
  });
  it('gives both texts back', () => {
    const sentence = fc
      .array(fc.constantFrom('a', 'b', 'ö', '😀', ' ', '.', 'سلام'), { maxLength: 40 })
      .map((l) => l.join(''));
    fc.assert(
      fc.property(sentence, sentence, (first, second) => {
        const stretches = difference(first, second);
        expect(side(stretches, 'first')).toBe(first);
        expect(side(stretches, 'second')).toBe(second);
      }),
    );
  });
  it('shows a very long change as replaced', () => {
    const [a, b] = [Array(2000).fill('x y').join(' '), Array(2000).fill('p q').join(' ')];
    expect(difference(a, b).map((one) => one.kind)).toEqual(['first', 'second']);
  });
});

describe('readableDifference', () => {
  it.each([
    [
      'tells a rewritten passage as one for another',
      'commits Japan to $550 billion of new investment in the United States',
      'rests on an earlier pledge of up to $550 billion in investment, loans and guarantees',
      ['first', 'second', 'same', 'first', 'second', 'same', 'first', 'second'],
    ],
    [
      'keeps one changed word one changed word',
      'It stands 93 metres high.',
      'It stands 95 metres high.',
      ['same', 'first', 'second', 'same'],
    ],
    [
      'keeps two changes far apart two',
      'One tower stands by the harbour of Vel.',
      'Two tower stands by the harbour of Kor.',
      ['first', 'second', 'same', 'first', 'second', 'same'],
    ],
  ])('%s', (_, first, second, kinds) => {
    expect(readableDifference(first, second).map(({ kind }) => kind)).toEqual(kinds);
  });
  it('gives both texts back', () => {
    const sentence = fc
      .array(fc.constantFrom('a', 'bcd', 'ö', '😀', ' ', '.', 'سلام'), { maxLength: 40 })
      .map((l) => l.join(''));
    fc.assert(
      fc.property(sentence, sentence, (first, second) => {
        const stretches = readableDifference(first, second);
        expect(side(stretches, 'first')).toBe(first);
        expect(side(stretches, 'second')).toBe(second);
      }),
    );
  });
});
