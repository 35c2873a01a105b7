import type { Node } from 'prosemirror-model';
import { articleText } from '@/core/article/text';
import { characterEdges } from './grapheme';

/**
 * How much of the surroundings a quote keeps, in Unicode code points each side: the length that Hypothesis keeps. Five or six
 * words tell repeated sentences apart nearly always, and a longer context is itself more likely to be edited, which makes it
 * useless when the place is looked for again.
 */
export const CONTEXT_POINTS = 32;

export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * The words between two positions with their surroundings, as a W3C TextQuoteSelector. Blocks and lines are joined by `\n`,
 * in the context too. A context holds at most `CONTEXT_POINTS` code points, touches the exact words, and is never cut inside a
 * character as a reader sees it (a grapheme cluster); it is shorter at the article's ends.
 */
export function quoteOf(doc: Node, from: number, to: number): Quote {
  const text = articleText(doc);
  return quoteAt(text.text, text.offsetAt(from, 1), text.offsetAt(to, -1));
}

/** The quote between two UTF-16 offsets of a plain text. */
export function quoteAt(text: string, start: number, end: number): Quote {
  const before = characterEdges(text, stepBack(text, start), start)[0] ?? start;
  const after = characterEdges(text, end, stepOn(text, end)).at(-1) ?? end;
  return { exact: text.slice(start, end), prefix: text.slice(before, start), suffix: text.slice(end, after) };
}

function stepBack(text: string, at: number): number {
  let offset = at;
  for (let left = CONTEXT_POINTS; left > 0 && offset > 0; left--)
    offset -= (text.codePointAt(offset - 2) ?? 0) > 0xffff ? 2 : 1;
  return offset;
}

function stepOn(text: string, at: number): number {
  let offset = at;
  for (let left = CONTEXT_POINTS; left > 0 && offset < text.length; left--)
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  return offset;
}
