import type { WordIndex } from './word-index';

/**
 * How alike two passages must be to count as nearly the same: twice the pairs of neighbouring words that they share, by all
 * their pairs (the Sørensen-Dice coefficient). At 0.6 one word in six may differ, or two clauses stand the other way round;
 * unrelated sentences on one subject reach 0.2.
 */
export const ALIKE = 0.6;

/** Passages of fewer words are alike only when they are the same: in so few, one other word makes another statement. */
export const ALIKE_WORDS = 6;

/** Longer passages are not looked for: a claim is one statement, and a chapter's likeness says nothing of it. */
export const LONGEST_WORDS = 400;

/** How many passages are given at most. Whatever stands oftener is a formula or a table, not a statement made again. */
export const MOST_PASSAGES = 100;

/** A passage alike another: words `first` up to `last`, excluded. `similarity` is 1 exactly when the words are the same. */
export interface Alike {
  readonly first: number;
  readonly last: number;
  readonly similarity: number;
}

/** Where sentences begin and end, in UTF-16 offsets, in reading order. */
export type SentenceBounds = readonly { readonly start: number; readonly end: number }[];

/**
 * The other passages of a text that are alike the words `first` up to `last`, best first; none overlaps another or the passage
 * itself. A passage found has about as many words, and reaches beyond the words that agree only within their sentences.
 */
export function alikePassages(index: WordIndex, sentences: SentenceBounds, first: number, last: number): Alike[] {
  if (last - first < 2 || last - first > LONGEST_WORDS) return [];
  const search = new Search(index, sentences, first, last);
  const found = search.same();
  if (last - first >= ALIKE_WORDS) found.push(...search.nearlySame());
  return found.sort((a, b) => b.similarity - a.similarity || a.first - b.first).slice(0, MOST_PASSAGES);
}

/** A stretch of pairs: indexes, both included. */
interface Stretch {
  readonly head: number;
  readonly tail: number;
}

class Search {
  /** The passage's own pairs, and its places among them from the rarest in the text to the commonest. */
  private readonly own: Int32Array;
  private readonly rarest: number[];
  /** Words that are spoken for: the passage's own and those of every passage found. */
  private readonly taken = new Set<number>();
  /** How many words longer another passage may be, with a few put in. */
  private readonly slack: number;

  constructor(
    private readonly index: WordIndex,
    private readonly sentences: SentenceBounds,
    first: number,
    last: number,
  ) {
    this.own = index.pairs.subarray(first, last - 1);
    const standing = Array.from(this.own, (pair) => index.standsAt(pair).length);
    this.rarest = standing.map((_, at) => at).sort((a, b) => standing[a]! - standing[b]!);
    this.spendWords(first, last);
    this.slack = Math.ceil(this.own.length / 4) + 1;
  }

  /** Passages of the same words in the same order: wherever the rarest pair stands, the others are compared. */
  same(): Alike[] {
    const { index, own } = this;
    const rarest = this.rarest[0]!;
    const found: Alike[] = [];
    for (const place of index.standsAt(own[rarest]!)) {
      const first = place - rarest;
      if (first < 0 || first + own.length >= index.count) continue;
      if (own.every((pair, at) => index.pairs[first + at] === pair)) this.take(found, first, first + own.length + 1, 1);
    }
    return found;
  }

  /** Passages that are alike and not the same. */
  nearlySame(): Alike[] {
    const own = numbered(this.own);
    const found: Alike[] = [];
    for (const region of this.regions())
      for (const run of this.runs(own, region)) {
        const { first, last } = this.widened(run);
        const similarity = (2 * this.shared(own, first, last)) / (this.own.length + last - first - 1);
        // Every pair may be shared in another order: alike, not the same.
        if (similarity >= ALIKE) this.take(found, first, last, Math.min(similarity, 0.99));
      }
    return found;
  }

  private take(found: Alike[], first: number, last: number, similarity: number): void {
    for (let word = first; word < last; word++) if (this.taken.has(word)) return;
    this.spendWords(first, last);
    found.push({ first, last, similarity });
  }

  private spendWords(first: number, last: number): void {
    for (let word = first; word < last; word++) this.taken.add(word);
  }

  /** Of m pairs, sharing c of its own w with 2c >= ALIKE (m + w) and w >= c, a passage shares at least this many. */
  private get leastShared(): number {
    return Math.ceil((this.own.length * ALIKE) / (2 - ALIKE));
  }

  /**
   * Where a passage alike could be: around each place of the rarest pairs, joined where they touch. So few pairs are left out
   * that a passage which shares enough shares one of the others for certain.
   */
  private regions(): Stretch[] {
    const { index, own, slack } = this;
    const around: Stretch[] = [];
    for (const at of this.rarest.slice(0, own.length - this.leastShared + 1))
      for (const place of index.standsAt(own[at]!)) {
        if (this.taken.has(place)) continue;
        const head = Math.max(0, place - at - slack);
        around.push({ head, tail: Math.min(index.pairs.length - 1, place - at + own.length - 1 + slack) });
      }
    around.sort((a, b) => a.head - b.head);
    const joined: { head: number; tail: number }[] = [];
    for (const { head, tail } of around) {
      const open = joined.at(-1);
      if (open && head <= open.tail) open.tail = Math.max(open.tail, tail);
      else joined.push({ head, tail });
    }
    return joined;
  }

  /** For each pair of a region that the passage has too, the run from there that agrees best; the best of them first. */
  private runs(own: Numbered, region: Stretch): Stretch[] {
    const { index, taken } = this;
    const hits: number[] = [];
    for (let at = region.head; at <= region.tail; at++)
      if (own.numbers.has(index.pairs[at]!) && !taken.has(at) && !taken.has(at + 1)) hits.push(at);
    const left = new Int32Array(own.counts.length);
    const runs: (Stretch & { score: number })[] = [];
    let beyond = 0;
    hits.forEach((head, from) => {
      const reach = head + this.own.length + this.slack;
      while (beyond < hits.length && hits[beyond]! < reach) beyond++;
      if (beyond - from < this.leastShared) return;
      left.set(own.counts);
      let shared = 0;
      let best = { head, tail: head, score: 0 };
      for (let hit = from; hit < beyond; hit++) {
        const tail = hits[hit]!;
        const number = own.numbers.get(index.pairs[tail]!)!;
        if (left[number] === 0) continue;
        left[number]!--;
        shared++;
        const score = (2 * shared) / (this.own.length + tail - head + 1);
        if (score > best.score) best = { head, tail, score };
      }
      if (best.score >= ALIKE) runs.push(best);
    });
    return runs.sort((a, b) => b.score - a.score || a.head - b.head);
  }

  /**
   * The words of a run, with those at either end that stand where the passage has other words: as many as it has there, but not
   * beyond the sentence, and not those of another passage.
   */
  private widened({ head, tail }: Stretch): { first: number; last: number } {
    const { index, own, taken } = this;
    const before = own.indexOf(index.pairs[head]!);
    const after = own.length - 1 - own.lastIndexOf(index.pairs[tail]!);
    const opening = sentenceAt(this.sentences, index.starts[head]!)?.start ?? index.starts[head]!;
    const closing = sentenceAt(this.sentences, index.starts[tail + 1]!)?.end ?? index.ends[tail + 1]!;
    let first = head;
    let last = tail + 2;
    while (first > head - before && !taken.has(first - 1) && index.starts[first - 1]! >= opening) first--;
    while (last < tail + 2 + after && !taken.has(last) && index.ends[last]! <= closing) last++;
    return { first, last };
  }

  private shared(own: Numbered, first: number, last: number): number {
    const left = own.counts.slice();
    let shared = 0;
    for (let at = first; at < last - 1; at++) {
      const number = own.numbers.get(this.index.pairs[at]!);
      if (number === undefined || left[number] === 0) continue;
      left[number]!--;
      shared++;
    }
    return shared;
  }
}

/** The different pairs of a passage by a number of their own, and how often each stands in it. */
interface Numbered {
  readonly numbers: ReadonlyMap<number, number>;
  readonly counts: Int32Array;
}

function numbered(pairs: Int32Array): Numbered {
  const numbers = new Map<number, number>();
  const counts = new Int32Array(pairs.length);
  for (const pair of pairs) {
    const number = numbers.get(pair) ?? numbers.size;
    numbers.set(pair, number);
    counts[number]!++;
  }
  return { numbers, counts };
}

/** The last sentence that begins at or before an offset. */
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
