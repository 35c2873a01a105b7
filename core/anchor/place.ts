import type { Node } from 'prosemirror-model';
import { articleText } from '@/core/article/text';
import type { Anchor } from '@/core/claim/claim';
import { sameWords } from './fold';
import { drawnIn } from './range';

/** An anchor as it is kept: positions in the article's present version (null once the passage is gone) and the quote judged. */
export interface StoredAnchor {
  readonly id: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * The anchor as the interface gives it: what stands there now beside what was judged. `anchored` when the words are the same;
 * white space, quotation-mark style and the way an accented letter is encoded are no change of words (`sameWords`), case,
 * dashes and digits are. Positions that hold no character of this article make it `orphaned`: no error, and no guess.
 */
export function placeAnchor(doc: Node, stored: StoredAnchor): Anchor {
  const { id, exact, prefix, suffix } = stored;
  const text = articleText(doc);
  const range = stored.from === null || stored.to === null ? null : drawnIn(text, stored.from, stored.to);
  if (!range)
    return {
      id,
      from: null,
      to: null,
      exact,
      prefix,
      suffix,
      start: null,
      end: null,
      current: null,
      state: 'orphaned',
    };
  const current = text.between(range.from, range.to);
  return {
    id,
    ...range,
    exact,
    prefix,
    suffix,
    start: text.pointsAt(text.offsetAt(range.from)),
    end: text.pointsAt(text.offsetAt(range.to)),
    current,
    state: sameWords(exact, current) ? 'anchored' : 'changed',
  };
}
