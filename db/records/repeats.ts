import type { Node } from 'prosemirror-model';
import { repeatsOf } from '@/core/anchor/repeats';
import type { Repeat } from '@/core/claim/claim';

interface Span {
  from: number;
  to: number;
}

/** How many answers are kept for one text; a desk has some thousand claims at most. */
const KEPT = 20_000;
const known = new WeakMap<Node, Map<string, readonly Repeat[]>>();

/**
 * `repeatsOf`, remembered for as long as the parsed text is: a list of claims asks for the same places again and again, and
 * looking for them once costs up to milliseconds where much of a text is alike.
 */
export function knownRepeats(doc: Node, language: string, places: readonly Span[]): readonly Repeat[] {
  let answers = known.get(doc);
  if (!answers || answers.size >= KEPT) {
    answers = new Map();
    known.set(doc, answers);
  }
  const key = `${language} ${places.map(({ from, to }) => `${from}-${to}`).join(' ')}`;
  let repeats = answers.get(key);
  if (!repeats) {
    repeats = repeatsOf(doc, language, places);
    answers.set(key, repeats);
  }
  return repeats;
}
