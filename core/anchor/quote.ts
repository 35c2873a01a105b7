import type { Node } from 'prosemirror-model';
import { articleText } from '@/core/article/text';
import { characterEdges, isCharacterEdge } from './grapheme';

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
  return {
    exact: text.slice(start, end),
    prefix: text.slice(contextStart(text, start), start),
    suffix: text.slice(end, contextEnd(text, end)),
  };
}

function contextStart(text: string, at: number): number {
  const furthest = stepBack(text, at);
  return isCharacterEdge(text, furthest) ? furthest : (characterEdges(text, furthest, at)[0] ?? at);
}

function contextEnd(text: string, at: number): number {
  const furthest = stepOn(text, at);
  return isCharacterEdge(text, furthest) ? furthest : (characterEdges(text, at, furthest).at(-1) ?? at);
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
