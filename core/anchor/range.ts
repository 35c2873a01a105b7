import type { ArticleText } from '@/core/article/text';
import { Problem } from '@/core/problem';

/** ProseMirror positions of one version of an article, `from` before `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * The range with each end drawn inward to the nearest character: `from` has a character of its own block after it, `to` one
 * before it. Block boundaries, empty blocks, images and rules at the ends fall away; white space is a character and stays.
 * Null when no character lies between the two.
 */
export function drawnIn(text: ArticleText, from: number, to: number): Range | null {
  const { blocks } = text;
  let first = text.blockAtPosition(from);
  while (blocks[first] && Math.max(from, blocks[first]!.from) >= blocks[first]!.to) first++;
  let last = text.blockAtPosition(to);
  while (blocks[last] && Math.min(to, blocks[last]!.to) <= blocks[last]!.from) last--;
  const head = blocks[first];
  const tail = blocks[last];
  if (!head || !tail) return null;
  const range = { from: Math.max(from, head.from), to: Math.min(to, tail.to) };
  return range.from < range.to ? range : null;
}

/**
 * The range that two UTF-16 offsets of the plain text mean, drawn inward. Throws `range-impossible` when it covers no
 * character or cuts one in two (a surrogate pair).
 */
export function rangeOfOffsets(text: ArticleText, start: number, end: number): Range {
  if (!(start < end) || splitsPair(text.text, start) || splitsPair(text.text, end))
    throw new Problem('range-impossible');
  const range = drawnIn(text, text.positionAt(start), text.positionAt(end));
  if (!range) throw new Problem('range-impossible');
  return range;
}

/** Whether an offset lies between the halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}
