import type { Node } from 'prosemirror-model';
import { sameWords } from '@/core/anchor/fold';
import { locate } from '@/core/anchor/locate';
import type { Range } from '@/core/anchor/range';
import { type ArticleText, articleText } from '@/core/article/text';
import type { AnchorByQuote } from '@/core/claim/claim';
import { Problem } from '@/core/problem';
import { OBSOLETE, STATUS } from '@/core/report/web-annotation/vocabulary';
import { member, members, says, words } from './json-value';
import type { Refusal } from './refusal';

/** As much of a context is looked at, in UTF-16 units, and so long a quote is looked for. */
const CONTEXT_LENGTH = 1_000;
const QUOTE_LENGTH = 100_000;
/** A quote that stands in more places is found by its whole context or not at all: weighing so many would take too long. */
const COMMON = 1_000;

/**
 * Where in the text a target lies (section 4), or why that cannot be said. The TextPositionSelector, in Unicode code points of
 * the plain text, is the place when the TextQuoteSelector agrees with it, quote and surroundings; else the quote is looked for
 * (`locate`), and of several equal places the position may name one that has these very words. A position without a quote is
 * taken at its word. Selectors of other kinds, and refined ones, are passed over.
 */
export function placeOf(doc: Node, target: unknown): Range | Refusal {
  const selectors = members(target, 'selector');
  if (selectors.length === 0) return 'no-selector';
  if (says(target, STATUS, OBSOLETE)) return 'passage-gone';
  const plain = selectors.filter((selector) => member(selector, 'refinedBy') === undefined);
  const quote = first(plain, quoteOf);
  const position = first(plain, positionOf);
  if (!quote) return position ? located(doc, position) : 'selector-unknown';
  if (quote.exact.length > QUOTE_LENGTH) return 'too-long';
  const text = articleText(doc);
  const span = position && spanOf(text, position);
  if (span && agrees(text, span, quote)) return located(doc, position);
  const found = isCommon(text, quote.exact) ? inItsContext(doc, quote) : located(doc, quote);
  return found === 'quote-ambiguous' && span && sameWords(text.text.slice(span.start, span.end), quote.exact)
    ? located(doc, position)
    : found;
}

type Quote = Required<AnchorByQuote>;

interface Offsets {
  readonly start: number;
  readonly end: number;
}

function first<T>(selectors: readonly unknown[], read: (selector: unknown) => T | null): T | null {
  for (const selector of selectors) {
    const found = read(selector);
    if (found) return found;
  }
  return null;
}

function quoteOf(selector: unknown): Quote | null {
  const exact = says(selector, 'type', 'TextQuoteSelector') ? words(selector, 'exact') : null;
  if (!exact) return null;
  const prefix = words(selector, 'prefix') ?? '';
  const suffix = words(selector, 'suffix') ?? '';
  return { exact, prefix: prefix.slice(-CONTEXT_LENGTH), suffix: suffix.slice(0, CONTEXT_LENGTH) };
}

function positionOf(selector: unknown): Offsets | null {
  if (!says(selector, 'type', 'TextPositionSelector')) return null;
  const [start, end] = [member(selector, 'start'), member(selector, 'end')];
  return isOffset(start) && isOffset(end) ? { start, end } : null;
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** UTF-16 offsets of a position that lies in the text. */
function spanOf(text: ArticleText, { start, end }: Offsets): Offsets | null {
  if (!(start < end) || end > text.points) return null;
  return { start: text.offsetOfPoints(start), end: text.offsetOfPoints(end) };
}

function agrees({ text }: ArticleText, { start, end }: Offsets, { exact, prefix, suffix }: Quote): boolean {
  if (!text.endsWith(prefix, start) || !text.startsWith(suffix, end)) return false;
  return sameWords(text.slice(start, end), exact);
}

function isCommon({ text }: ArticleText, exact: string): boolean {
  let places = 0;
  for (let at = text.indexOf(exact); at !== -1 && places <= COMMON; at = text.indexOf(exact, at + 1)) places++;
  return places > COMMON;
}

function inItsContext(doc: Node, { exact, prefix, suffix }: Quote): Range | Refusal {
  const article = articleText(doc);
  const { text } = article;
  const whole = prefix + exact + suffix;
  const at = text.indexOf(whole);
  if (prefix === '' || suffix === '' || at === -1 || text.indexOf(whole, at + 1) !== -1) return 'quote-ambiguous';
  const start = at + prefix.length;
  return located(doc, { start: article.pointsAt(start), end: article.pointsAt(start + exact.length) });
}

function located(doc: Node, selector: Offsets | Quote): Range | Refusal {
  try {
    return locate(doc, selector);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.code === 'quote-not-found' || error.code === 'quote-ambiguous' ? error.code : 'range-impossible';
  }
}
