import type { directionOf } from '@/core/article/language';

export type Direction = ReturnType<typeof directionOf>;

const RIGHT_TO_LEFT = '\\u0590-\\u08ff\\u200f\\ufb1d-\\ufdff\\ufe70-\\ufeff\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}';
const anyRightToLeft = new RegExp(`[${RIGHT_TO_LEFT}]`, 'u');
const strong = new RegExp(`[${RIGHT_TO_LEFT}]+|\\p{L}+`, 'gu');

/** Which way a block is written: as its first letter says (HTML's `dir="auto"`), or as the text around it where it has none. */
export function directionOfBlock(text: string, around: Direction): Direction {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter === undefined) return around;
  return anyRightToLeft.test(letter) ? 'rtl' : 'ltr';
}

/**
 * The text in pieces that are written one way each: letters as their script is, and what stands between letters of both kinds
 * as the block. Word orders the words of a line by what each run says of itself (ECMA-376 part 1, 17.3.2.30), not by the letters.
 */
export function piecesByDirection(text: string, block: Direction): { text: string; direction: Direction }[] {
  if (!anyRightToLeft.test(text)) return [{ text, direction: /\p{L}/u.test(text) ? 'ltr' : block }];
  const pieces: { text: string; direction: Direction }[] = [];
  const add = (words: string, direction: Direction) => {
    if (words === '') return;
    const last = pieces.at(-1);
    if (last?.direction === direction) last.text += words;
    else pieces.push({ text: words, direction });
  };
  let done = 0;
  let before: Direction = block;
  for (const { 0: letters, index } of text.matchAll(strong)) {
    const direction = anyRightToLeft.test(letters) ? 'rtl' : 'ltr';
    add(text.slice(done, index), before === direction ? direction : block);
    add(letters, direction);
    done = index + letters.length;
    before = direction;
  }
  add(text.slice(done), block);
  return pieces;
}
