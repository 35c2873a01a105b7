import type { Node } from 'prosemirror-model';
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

/** The same as `drawnIn`, for a passage or two of a document whose plain text nobody needs yet. */
export function charactersIn(doc: Node, { from, to }: Range): Range | null {
  const [head, tail] = [doc.resolve(from), doc.resolve(to)];
  const begins = head.parent.inlineContent && head.parentOffset < head.parent.content.size;
  const ends = tail.parent.inlineContent && tail.parentOffset > 0;
  if (from < to && begins && ends) return { from, to };
  let first = -1;
  let last = -1;
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isInline) return true;
    if (first === -1) first = Math.max(from, pos);
    last = Math.min(to, pos + node.nodeSize);
    return false;
  });
  return first < last ? { from: first, to: last } : null;
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
