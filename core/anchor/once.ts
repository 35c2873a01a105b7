import type { Span } from './context';
import type { Draft } from './draft-words';
import { sameWords } from './fold';
import type { Rarities } from './rarities';
import type { Drafts, Stretch } from './resemblance';

/**
 * Where in the new draft a passage stands that stands once in each draft with the same words (`sameWords`), and null otherwise:
 * the one place that needs no evidence beside itself. Follows the passage's rarest word;
 * the old draft is asked only when the new one has one place.
 */
export function placeOfOne(
  drafts: Drafts,
  inOld: () => Rarities,
  inNew: Rarities,
  span: Span,
  passage: Stretch,
): Span | null {
  const { old: before, new: after } = drafts;
  // A span that cuts a word in two is of no words that could be looked for.
  if (before.starts[passage.first]! < span.start || before.ends[passage.last - 1]! > span.end) return null;
  const words = before.text.slice(span.start, span.end);
  const places = standings(before, passage, after, inNew).filter((first) =>
    sameWords(words, textOf(after, first, first + passage.last - passage.first)),
  );
  if (places.length !== 1) return null;
  const own = standings(before, passage, before, inOld()).filter((first) =>
    sameWords(words, textOf(before, first, first + passage.last - passage.first)),
  );
  if (own.length !== 1) return null;
  const first = places[0]!;
  return { start: after.starts[first]!, end: after.ends[first + passage.last - passage.first - 1]! };
}

function textOf({ text, starts, ends }: Draft, first: number, last: number): string {
  return text.slice(starts[first], ends[last - 1]);
}

/** Where a passage's words stand in a draft, one after another: indexes of their first. */
function standings(before: Draft, { first, last }: Stretch, draft: Draft, rarities: Rarities): number[] {
  let rarest = first;
  let fewest = rarities.placesOf(before.words[first]!);
  for (let at = first + 1; at < last && fewest > 1; at++) {
    const places = rarities.placesOf(before.words[at]!);
    if (places < fewest) {
      rarest = at;
      fewest = places;
    }
  }
  const found: number[] = [];
  for (const place of rarities.standsAt(before.words[rarest]!)) {
    const head = place - (rarest - first);
    if (head < 0 || head + last - first > draft.count) continue;
    let at = 0;
    while (at < last - first && draft.words[head + at] === before.words[first + at]) at++;
    if (at === last - first) found.push(head);
  }
  return found;
}
