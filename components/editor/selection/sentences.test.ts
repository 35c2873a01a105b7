import { describe, expect, it } from 'vitest';
import { articleSchema } from '@/core/article/schema';
import { sentencesOf } from '@/core/article/sentences';
import { articleText } from '@/core/article/text';
import { bySentence, nextAfter } from './sentences';
import { trimmed } from './trim';

const { doc, paragraph } = articleSchema.nodes;
const articleOf = (...blocks: string[]) =>
  doc.create(
    null,
    blocks.map((words) => paragraph.create(null, words ? articleSchema.text(words) : null)),
  );

/** Selects by sentence so many times, from a caret before the first occurrence of some words. */
function selected(times: number, language: string, blocks: string[], words: string, offset = 0): string {
  const article = articleOf(...blocks);
  const text = articleText(article);
  const pos = text.positionAt(text.text.indexOf(words) + offset);
  let selection = { from: pos, to: pos };
  for (let press = 0; press < times; press++) {
    selection = bySentence(sentencesOf(article, language), selection) ?? selection;
  }
  return text.between(selection.from, selection.to);
}

describe('selecting by sentence', () => {
  const english = ['The first is here. The second is longer than it. The third.', 'A new block.'];

  it.each([
    ['in the middle', 1, 'second', 0, 'The second is longer than it.'],
    ['at the start of one', 1, 'The second', 0, 'The second is longer than it.'],
    ['right behind a full stop', 1, 'here.', 5, 'The first is here.'],
    ['at the end of a block', 1, 'third.', 6, 'The third.'],
    ['again', 2, 'second', 0, 'The second is longer than it. The third.'],
    ['over the end of a block', 3, 'second', 0, 'The second is longer than it. The third.\nA new block.'],
    ['beyond the last', 5, 'third', 0, 'The third.\nA new block.'],
  ])('takes the sentence %s', (_name, times, words, offset, expected) => {
    expect(selected(times, 'en', english, words, offset)).toBe(expected);
  });

  it('works where sentences touch, as in Japanese', () => {
    const japanese = ['首相は述べた。計画は来年から始まる。政府は責任を持つ。'];
    expect(selected(1, 'ja', japanese, '計画')).toBe('計画は来年から始まる。');
    expect(selected(2, 'ja', japanese, '計画')).toBe('計画は来年から始まる。政府は責任を持つ。');
  });

  it('works in Arabic', () => {
    const arabic = ['هل زاد الإنفاق؟ قال الوزير نعم. وأضاف المزيد.'];
    expect(selected(1, 'ar', arabic, 'الوزير')).toBe('قال الوزير نعم.');
    expect(selected(2, 'ar', arabic, 'الوزير')).toBe('قال الوزير نعم. وأضاف المزيد.');
  });

  it('grows a selection that is part of a sentence to the whole of it', () => {
    const article = articleOf(...english);
    const text = articleText(article);
    const from = text.positionAt(text.text.indexOf('is here'));
    const to = text.positionAt(text.text.indexOf('second'));
    const grown = bySentence(sentencesOf(article, 'en'), { from, to })!;
    expect(text.between(grown.from, grown.to)).toBe('The first is here. The second is longer than it.');
  });

  it('finds nothing in an article without words', () => {
    expect(bySentence([], { from: 0, to: 0 })).toBeNull();
  });
});

describe('the next of several ranges', () => {
  const ranges = [
    { from: 1, to: 5 },
    { from: 10, to: 15 },
  ];

  it.each([
    ['from a caret at its very start', { from: 10, to: 10 }, 10],
    ['from the one before, selected', { from: 1, to: 5 }, 10],
    ['from the last, around to the first', { from: 10, to: 15 }, 1],
  ])('is found %s', (_name, selection, expected) => {
    expect(nextAfter(ranges, selection)?.from).toBe(expected);
  });
});

describe('a selection as it is told', () => {
  const article = articleOf('One two.  ', '', ' Three.');

  it.each([
    ['white space at its ends', 4, 11, { from: 5, to: 9 }],
    ['the edges of blocks', 0, article.content.size, { from: 1, to: 22 }],
    ['nothing but white space', 9, 11, null],
    ['a block edge and an empty block', 9, 15, null],
  ])('goes without %s', (_name, from, to, expected) => {
    expect(trimmed(article, from, to)).toEqual(expected);
  });
});
