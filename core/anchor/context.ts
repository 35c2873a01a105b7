import { fold } from './fold';
import { isCharacterEdge } from './grapheme';

/** A passage of a plain text, in UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The words that a caller says stand before and after; empty where it does not say. */
export interface Context {
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * By how many UTF-16 units a context that fits nowhere wholly must fit one place better than every other, both sides together,
 * to settle it. Unrelated passages agree by chance in a letter or two or a common phrase (" of the " has 8); two words more
 * than that is no chance.
 */
export const CLEAR_LEAD = 12;

/**
 * The one place that the context settles on, or those that it leaves to choose from.
 *
 * A place fits when the whole prefix stands right before it and the whole suffix right after, letter for letter, or else with
 * typography folded away (`fold`) and spaces next to the words aside. Exactly one that fits is the place. When none does, as
 * after an edit nearby, a place is chosen only if it agrees with each side at least as far as every other place does and leads
 * each by `CLEAR_LEAD`. A place that begins or ends inside a character counts only when the context says so letter by letter.
 */
export function settle(text: string, places: readonly Span[], context: Context): Span[] {
  const whole = places.filter((place) => isCharacterEdge(text, place.start) && isCharacterEdge(text, place.end));
  if (context.prefix === '' && context.suffix === '') return whole;
  const exactly = places.filter(
    (place) => text.endsWith(context.prefix, place.start) && text.startsWith(context.suffix, place.end),
  );
  const fitting =
    whole.length === places.length ? exactly : exactly.filter((place) => sayWhereCut(text, place, context));
  if (fitting.length > 0) return fitting;
  return whole.length > 1 && whole.length <= WEIGHED ? weigh(text, whole, context) : whole;
}

/** More places than this that no context fits wholly are not weighed one by one: the quote is too short to be found by halves. */
const WEIGHED = 2_000;

function sayWhereCut(text: string, place: Span, context: Context): boolean {
  return (
    (context.prefix !== '' || isCharacterEdge(text, place.start)) &&
    (context.suffix !== '' || isCharacterEdge(text, place.end))
  );
}

interface Agreement {
  readonly place: Span;
  readonly before: number;
  readonly after: number;
  readonly full: boolean;
}

function weigh(text: string, places: readonly Span[], context: Context): Span[] {
  const prefix = fold(context.prefix).trimEnd();
  const suffix = fold(context.suffix).trimStart();
  const agreements = places.map((place): Agreement => {
    // Folding shortens white space and may lengthen letters, so look at more than the context's own length.
    const head = fold(text.slice(Math.max(0, place.start - 2 * context.prefix.length - 16), place.start)).trimEnd();
    const tail = fold(text.slice(place.end, place.end + 2 * context.suffix.length + 16)).trimStart();
    const before = agreeingAtEnd(head, prefix);
    const after = agreeingAtStart(tail, suffix);
    return { place, before, after, full: before === prefix.length && after === suffix.length };
  });
  const full = agreements.filter((agreement) => agreement.full);
  if (full.length > 0) return full.map(({ place }) => place);
  const best = agreements.find((one) => agreements.every((other) => other === one || leads(one, other)));
  return best ? [best.place] : [...places];
}

function leads(one: Agreement, other: Agreement): boolean {
  const before = one.before - other.before;
  const after = one.after - other.after;
  return before >= 0 && after >= 0 && before + after >= CLEAR_LEAD;
}

function agreeingAtEnd(text: string, context: string): number {
  let length = 0;
  while (length < context.length && text.at(-1 - length) === context.at(-1 - length)) length++;
  return length;
}

function agreeingAtStart(text: string, context: string): number {
  let length = 0;
  while (length < context.length && text[length] === context[length]) length++;
  return length;
}
