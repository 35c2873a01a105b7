import type { Node } from 'prosemirror-model';
import { Mapping, type Step } from 'prosemirror-transform';
import { articleText } from '@/core/article/text';
import { type Span, settle } from './context';
import type { Lost, Placement } from './placement';

/** An orphan that may come back. */
export interface LostAnchor {
  readonly id: string;
  readonly lost: Pick<Lost, 'exact' | 'prefix' | 'suffix'>;
}

/**
 * How long words must be, in UTF-16 units, to be known again by themselves; four or five words. Shorter ones must come back with
 * what stood on both sides of them.
 */
export const OWN_LENGTH = 24;
/** How much of the surroundings counts as having come back too, in UTF-16 units each side. */
const BESIDE = 8;

/**
 * Where orphans stand again after steps put their very words back: a paragraph cut and pasted elsewhere, a deletion undone. Only
 * words that one step put in whole are looked at, letter by letter; where they could be several places, or several orphans could
 * be one place, none is taken. `docAfter` is the document after all `steps`. ProseMirror positions of it.
 */
export function putBack(docAfter: Node, steps: readonly Step[], orphans: readonly LostAnchor[]): Placement[] {
  const put = insertions(steps);
  const longest = put.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  // What a key puts in is no orphan's words: the text is not even read for it.
  if (orphans.every(({ lost }) => lost.exact.length > longest)) return [];
  const text = articleText(docAfter);
  const spans = put.flatMap(({ from, to }): Span[] => {
    const span = { start: text.offsetAt(from, 1), end: text.offsetAt(to, -1) };
    return span.start < span.end ? [span] : [];
  });
  const found = orphans.flatMap(({ id, lost }) => {
    const places = spans.flatMap((span) => placesIn(text.text, span, lost.exact));
    const settled = places.length > 1 ? settle(text.text, places, lost) : places;
    const [place] = settled;
    if (!place || settled.length > 1 || !isKnownBy(text.text, place, lost)) return [];
    return [{ id, lost, place }];
  });
  return found
    .filter(({ id, lost, place }) =>
      found.every(
        (other) =>
          other.id === id ||
          other.place.start !== place.start ||
          other.place.end !== place.end ||
          (other.lost.prefix === lost.prefix && other.lost.suffix === lost.suffix),
      ),
    )
    .map(({ id, place }) => ({ id, from: text.positionAt(place.start), to: text.positionAt(place.end) }));
}

/** What each step put in, where it stands after all of them. */
function insertions(steps: readonly Step[]): { from: number; to: number }[] {
  const maps = steps.map((step) => step.getMap());
  return maps.flatMap((map, at) => {
    const rest = new Mapping(maps.slice(at + 1));
    const ranges: { from: number; to: number }[] = [];
    map.forEach((_oldStart, _oldEnd, start, end) => {
      const range = { from: rest.map(start, 1), to: rest.map(end, -1) };
      if (range.from < range.to) ranges.push(range);
    });
    return ranges;
  });
}

function placesIn(text: string, { start, end }: Span, words: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(words, start); at !== -1 && at + words.length <= end; at = text.indexOf(words, at + 1))
    found.push({ start: at, end: at + words.length });
  return found;
}

function isKnownBy(text: string, { start, end }: Span, { exact, prefix, suffix }: LostAnchor['lost']): boolean {
  if (exact.length >= OWN_LENGTH) return true;
  if (prefix === '' || suffix === '') return false;
  return text.endsWith(prefix.slice(-BESIDE), start) && text.startsWith(suffix.slice(0, BESIDE), end);
}
