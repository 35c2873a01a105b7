import type { WordIndex } from './word-index';

/**
 * How alike two passages must be to count as nearly the same: twice the pairs of neighbouring words that they share, by all
 * their pairs (the Sørensen-Dice coefficient). At 0.6 one word in six may differ, or two clauses stand the other way round;
 * unrelated sentences on one subject reach 0.2.
 */
export const ALIKE = 0.6;

/** Passages of fewer words are alike only when they are the same: in so few one other word makes another statement. */
export const ALIKE_WORDS = 6;

/** A passage alike another: words `first` up to `last`, excluded. `similarity` is 1 exactly when the words are the same. */
export interface Alike {
  readonly first: number;
  readonly last: number;
  readonly similarity: number;
}

/** Where sentences begin and end, in UTF-16 offsets, in reading order. */
export type SentenceBounds = readonly { readonly start: number; readonly end: number }[];

/**
 * The other passages of a text that are alike the words `first` up to `last`, best first; they may overlap one another a little,
 * never the passage itself. A passage found has about as many words, and reaches beyond the words that agree only within
 * their sentences.
 *
 * Looks where the passage's rarest pairs stand: a passage that shares enough pairs to be alike shares one of those for certain.
 */
export function alikePassages(index: WordIndex, sentences: SentenceBounds, first: number, last: number): Alike[] {
  const own = index.pairs.subarray(first, last - 1);
  if (own.length === 0) return [];
  const least = last - first < ALIKE_WORDS ? 1 : ALIKE;
  const counts = countEach(own);
  const candidates: Alike[] = [];
  for (const region of regions(index, own, first, last, least)) {
    for (const { head, tail } of runs(index, counts, own.length, region)) {
      const wide = widened(index, sentences, own, head, tail, region);
      const similarity = likeness(index, counts, own, wide);
      if (similarity >= least) candidates.push({ ...wide, similarity });
    }
  }
  return candidates.sort((a, b) => b.similarity - a.similarity || a.first - b.first);
}

/** A stretch of pairs: indexes, both included. */
interface Stretch {
  readonly head: number;
  readonly tail: number;
}

/** How much longer than the passage another may be that says the same with a few words put in, in pairs. */
const slackOf = (pairs: number) => Math.ceil(pairs / 4) + 1;

/** Where a passage alike could be: around each place of the rarest pairs, joined where they touch, the passage itself left out. */
function regions(index: WordIndex, own: Int32Array, first: number, last: number, least: number): Stretch[] {
  const standing = (at: number) => index.standsAt(own[at]!).length;
  const rarest = Array.from(own, (_, at) => at).sort((a, b) => standing(a) - standing(b));
  // Sharing c pairs of m, with w of its own, a passage has 2c >= least (m + w), and w >= c: so c >= m least / (2 - least).
  const shared = Math.ceil((own.length * least) / (2 - least));
  const slack = slackOf(own.length);
  const around: Stretch[] = [];
  for (const at of rarest.slice(0, own.length - shared + 1))
    for (const place of index.standsAt(own[at]!)) {
      if (place >= first - 1 && place < last) continue;
      const before = place < first ? 0 : last;
      const after = place < first ? first - 2 : index.pairs.length - 1;
      around.push({
        head: Math.max(before, place - at - slack),
        tail: Math.min(after, place - at + own.length - 1 + slack),
      });
    }
  around.sort((a, b) => a.head - b.head);
  const joined: { head: number; tail: number }[] = [];
  for (const { head, tail } of around) {
    const open = joined.at(-1);
    if (open && head <= open.tail && head >= last === open.head >= last) open.tail = Math.max(open.tail, tail);
    else joined.push({ head, tail });
  }
  return joined;
}

/** The stretches of a region that agree best with the passage, each beginning and ending with a pair of it, none overlapping. */
function runs(index: WordIndex, counts: ReadonlyMap<number, number>, length: number, region: Stretch): Stretch[] {
  const hits: number[] = [];
  for (let at = region.head; at <= region.tail; at++) if (counts.has(index.pairs[at]!)) hits.push(at);
  const best = hits.map((head, from) => {
    const left = new Map(counts);
    let shared = 0;
    let run = { head, tail: head, score: 0 };
    for (let hit = from; hit < hits.length && hits[hit]! < head + length + slackOf(length); hit++) {
      const pair = index.pairs[hits[hit]!]!;
      const spare = left.get(pair) ?? 0;
      if (spare === 0) continue;
      left.set(pair, spare - 1);
      shared++;
      const score = (2 * shared) / (length + hits[hit]! - head + 1);
      if (score > run.score) run = { head, tail: hits[hit]!, score };
    }
    return run;
  });
  const chosen: Stretch[] = [];
  for (const run of best.sort((a, b) => b.score - a.score || a.head - b.head))
    if (run.score >= ALIKE && chosen.every((other) => run.tail < other.head || run.head > other.tail)) chosen.push(run);
  return chosen;
}

/**
 * The words of a stretch, with those at either end that stand where the passage has other words: as many as it has there, but
 * not beyond the sentence or the region.
 */
function widened(
  index: WordIndex,
  sentences: SentenceBounds,
  own: Int32Array,
  head: number,
  tail: number,
  region: Stretch,
) {
  const before = own.indexOf(index.pairs[head]!);
  const after = own.length - 1 - own.lastIndexOf(index.pairs[tail]!);
  const opening = sentenceAt(sentences, index.starts[head]!);
  const closing = sentenceAt(sentences, index.starts[tail + 1]!);
  let first = head;
  let last = tail + 2;
  while (first > Math.max(region.head, head - before) && opening && index.starts[first - 1]! >= opening.start) first--;
  while (last < Math.min(region.tail + 2, tail + 2 + after) && closing && index.ends[last]! <= closing.end) last++;
  return { first, last };
}

function likeness(
  index: WordIndex,
  counts: ReadonlyMap<number, number>,
  own: Int32Array,
  { first, last }: Omit<Alike, 'similarity'>,
) {
  const others = index.pairs.subarray(first, last - 1);
  const same = others.length === own.length && others.every((pair, at) => pair === own[at]);
  if (same) return 1;
  let shared = 0;
  for (const [pair, count] of countEach(others)) shared += Math.min(count, counts.get(pair) ?? 0);
  // Every pair may be shared in another order: alike, not the same.
  return Math.min((2 * shared) / (own.length + others.length), 0.99);
}

function countEach(pairs: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return counts;
}

function sentenceAt(sentences: SentenceBounds, offset: number) {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sentences[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return sentences[low - 1];
}
