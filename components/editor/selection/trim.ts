import type { Node } from 'prosemirror-model';
import { articleText } from '@/core/article/text';
import type { Extent } from '../claim-mark';

/**
 * The range without the white space and block edges at its ends; null when no other character lies in it. A triple click or a
 * drag to the line's end takes in more than a person means to mark.
 */
export function trimmed(doc: Node, from: number, to: number): Extent | null {
  const text = articleText(doc);
  let start = text.offsetAt(from, 1);
  let end = text.offsetAt(to, -1);
  while (start < end && isSpace(text.text, start)) start++;
  while (start < end && isSpace(text.text, end - 1)) end--;
  return start < end ? { from: text.positionAt(start), to: text.positionAt(end) } : null;
}

function isSpace(text: string, offset: number): boolean {
  return /\s/u.test(text.charAt(offset));
}
