import type { Node } from 'prosemirror-model';
import { type ArticleText, articleText } from '@/core/article/text';
import type { AnchorByQuote, AnchorSelector } from '@/core/claim/claim';
import { Problem } from '@/core/problem';
import { type Span, settle } from './context';
import { type FoldedText, fold, foldedText, placesOf } from './fold';
import { quoteAt } from './quote';
import { drawnIn, type Range, rangeOfOffsets } from './range';

/** How many places an ambiguous quote's answer lists; `count` tells how many there are. */
export const MATCHES_LISTED = 50;

/** How much of a quote its refusal repeats, in code points. */
const QUOTE_SHOWN = 120;

/**
 * Where in the article a selector points: `{from, to}` in ProseMirror positions, both inside textblocks, with the first and the
 * last character between them (block boundaries at the ends fall away, white space does not).
 *
 * Positions and code-point offsets must lie inside the article, cover at least one character and cut no surrogate pair, else
 * `range-impossible`; whether the positions are of this version is the caller's to check. A quote is looked for letter by
 * letter, and only when it stands nowhere with its typography folded away (`fold`). One place is the place, whatever the
 * context says; among several the context must settle it (`settle`), else `quote-ambiguous` with `count` and the `matches`.
 * A quote found nowhere is `quote-not-found`. It never guesses.
 */
export function locate(doc: Node, selector: AnchorSelector): Range {
  const text = articleText(doc);
  if ('exact' in selector) return locateQuote(text, selector);
  if ('start' in selector) {
    if (selector.end > text.points) throw new Problem('range-impossible');
    return rangeOfOffsets(text, text.offsetOfPoints(selector.start), text.offsetOfPoints(selector.end));
  }
  if (selector.to > doc.content.size) throw new Problem('range-impossible');
  const range = drawnIn(text, selector.from, selector.to);
  if (!range) throw new Problem('range-impossible');
  return rangeOfOffsets(text, text.offsetAt(range.from), text.offsetAt(range.to));
}

interface Match extends Span {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

function locateQuote(text: ArticleText, quote: AnchorByQuote): Range {
  const context = { prefix: quote.prefix ?? '', suffix: quote.suffix ?? '' };
  let places = settle(text.text, occurrences(text.text, quote.exact), context);
  if (places.length === 0) places = settle(text.text, foldedOccurrences(text, quote.exact), context);
  const [place] = places;
  if (!place) throw new Problem('quote-not-found', { quote: shortened(quote.exact) });
  if (places.length > 1)
    throw new Problem(
      'quote-ambiguous',
      { count: places.length },
      { matches: places.slice(0, MATCHES_LISTED).map((one) => matchAt(text, one)) },
    );
  return rangeOfOffsets(text, place.start, place.end);
}

function matchAt(text: ArticleText, { start, end }: Span): Match {
  return { ...quoteAt(text.text, start, end), start: text.pointsAt(start), end: text.pointsAt(end) };
}

/** Every place where the words stand letter by letter, overlapping ones too. */
function occurrences(text: string, words: string): Span[] {
  const found: Span[] = [];
  if (words === '') return found;
  for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + 1))
    found.push({ start, end: start + words.length });
  return found;
}

const folded = new WeakMap<ArticleText, FoldedText>();

function foldedOccurrences(text: ArticleText, words: string): Span[] {
  const wanted = fold(words).trim();
  if (wanted === '') return [];
  let known = folded.get(text);
  if (!known) {
    known = foldedText(text.text);
    folded.set(text, known);
  }
  return placesOf(known, wanted);
}

function shortened(words: string): string {
  const points = Array.from(words.replace(/\s+/g, ' ').trim());
  return points.length <= QUOTE_SHOWN ? points.join('') : `${points.slice(0, QUOTE_SHOWN).join('')}…`;
}
