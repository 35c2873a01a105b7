import type { Node } from 'prosemirror-model';
import { articleText } from '@/core/article/text';
import { fold } from './fold';

/**
 * A word; one character, with its marks, of a script that puts no spaces between words; or a sign that changes what a number
 * says. Words keep inner apostrophes, hyphens, and the points and commas of numbers.
 */
const UNSPACED = String.raw`[\p{L}&&[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]]`;
const SPACED = String.raw`[[\p{L}\p{N}]--${UNSPACED}]`;
const INNER = String.raw`[${SPACED}\p{M}\u00ad\u200b\u2060]`;
const WORDS = new RegExp(
  String.raw`${SPACED}${INNER}*(?:['\u2019.,\-\u2010\u2011]${SPACED}${INNER}*)*|${UNSPACED}\p{M}*|[\p{Sc}%\u2030]`,
  'gv',
);
const UNSPACED_START = new RegExp(`^${UNSPACED}`, 'v');

/** What a character of a script without spaces counts for beside a word: Chinese, Japanese and Thai words are two or three long. */
const UNSPACED_WEIGHT = 1 / 3;

const indexes = new WeakMap<Node, WordIndex>();

/** The words of an article, made once for each document value. */
export function wordIndex(doc: Node): WordIndex {
  let known = indexes.get(doc);
  if (!known) {
    known = new WordIndex(articleText(doc).text);
    indexes.set(doc, known);
  }
  return known;
}

/**
 * The words of a text in order, by number, and where each pair of neighbouring words stands. Two words are the same when they
 * fold to the same letters, case aside. A pair `i` is that of the words `i` and `i + 1`; pairs run on across sentences and blocks.
 */
export class WordIndex {
  readonly count: number;
  /** UTF-16 offsets of each word in the text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Which word it is: equal numbers are equal words. */
  readonly words: Int32Array;
  /** Which pair it is. */
  readonly pairs: Int32Array;
  private readonly weights: Float32Array;
  private readonly postings: Int32Array;
  private readonly firstPosting: Int32Array;

  constructor(text: string) {
    const starts: number[] = [];
    const ends: number[] = [];
    const words: number[] = [];
    const weights: number[] = [];
    const asTyped = new Map<string, { word: number; weight: number }>();
    const folded = new Map<string, number>();
    for (const { 0: typed, index } of text.matchAll(WORDS)) {
      let known = asTyped.get(typed);
      if (!known) {
        const key = fold(typed).toLowerCase();
        const word = folded.get(key) ?? folded.size;
        folded.set(key, word);
        known = { word, weight: UNSPACED_START.test(typed) ? UNSPACED_WEIGHT : 1 };
        asTyped.set(typed, known);
      }
      starts.push(index);
      ends.push(index + typed.length);
      words.push(known.word);
      weights.push(known.weight);
    }
    this.count = words.length;
    this.starts = Int32Array.from(starts);
    this.ends = Int32Array.from(ends);
    this.words = Int32Array.from(words);
    this.weights = Float32Array.from(weights);
    this.pairs = numberPairs(this.words, folded.size);
    [this.postings, this.firstPosting] = post(this.pairs);
  }

  /** The words that a passage holds wholly or in part: indexes, `last` excluded. UTF-16 offsets. */
  within(start: number, end: number): { first: number; last: number } {
    return { first: firstAbove(this.ends, start), last: firstAbove(this.starts, end - 1) };
  }

  /** How many words stand from `first` up to `last`, with characters of scripts without spaces counted for less. */
  weight(first: number, last: number): number {
    let sum = 0;
    for (let index = first; index < last; index++) sum += this.weights[index]!;
    return sum;
  }

  /** Where a pair stands: indexes of its first words, rising. */
  standsAt(pair: number): Int32Array {
    return this.postings.subarray(this.firstPosting[pair], this.firstPosting[pair + 1]);
  }
}

function numberPairs(words: Int32Array, different: number): Int32Array {
  const numbers = new Map<number, number>();
  const pairs = new Int32Array(Math.max(0, words.length - 1));
  for (let index = 0; index < pairs.length; index++) {
    const key = words[index]! * different + words[index + 1]!;
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
    }
    pairs[index] = number;
  }
  return pairs;
}

/** Every pair's places in one array, and where each pair's begin in it. */
function post(pairs: Int32Array): [Int32Array, Int32Array] {
  let different = 0;
  for (const pair of pairs) different = Math.max(different, pair + 1);
  const first = new Int32Array(different + 1);
  for (const pair of pairs) first[pair + 1]!++;
  for (let pair = 0; pair < different; pair++) first[pair + 1]! += first[pair]!;
  const next = first.slice();
  const places = new Int32Array(pairs.length);
  pairs.forEach((pair, index) => {
    places[next[pair]!++] = index;
  });
  return [places, first];
}

/** The first index whose value is above the limit; `sorted` rises. */
function firstAbove(sorted: Int32Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
