import type { Extent } from '../claim-mark';

/**
 * What selecting by sentence selects, given the sentences in reading order and the present selection (trimmed; empty for a
 * caret). A caret takes its sentence; a selection that is not whole sentences grows to them; one that is takes in the next.
 * Null only where there is no sentence.
 */
export function bySentence(sentences: readonly Extent[], selection: Extent): Extent | null {
  const first = sentences[sentenceAt(sentences, selection.from)];
  if (!first) return null;
  if (selection.from === selection.to) return { from: first.from, to: first.to };
  let last = sentences.findLastIndex((sentence) => sentence.from < selection.to);
  const from = Math.min(selection.from, first.from);
  if (from === selection.from && selection.to >= (sentences[last]?.to ?? 0)) last++;
  return { from, to: Math.max(selection.to, (sentences[last] ?? first).to) };
}

/**
 * The index of the sentence that a caret at a position is in. At an end it belongs to the sentence that ends there, unless
 * another begins at that very place (as in Japanese); in the space between two it belongs to the one that follows.
 */
export function sentenceAt(sentences: readonly Extent[], pos: number): number {
  const after = sentences.findIndex((sentence) => sentence.to > pos);
  if (after === -1) return sentences.length - 1;
  return sentences[after]!.from > pos && sentences[after - 1]?.to === pos ? after - 1 : after;
}

/** The first range that starts after the present selection, else the first of all. */
export function nextAfter(ranges: readonly Extent[], selection: Extent): Extent | null {
  const start = selection.from === selection.to ? selection.from - 1 : selection.from;
  return ranges.find((range) => range.from > start) ?? ranges[0] ?? null;
}
