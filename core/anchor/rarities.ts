import type { Draft } from './draft-words';
import type { Stretch } from './resemblance';

/** How many of a passage's rarest words are followed. */
const FOLLOWED = 8;
/** A word that stands in more places than this says too little to be followed. */
const MOST_PLACES = 40;
/** How many units are worth comparing in full. */
const LISTED = 4;

/** Where the words of some units of a draft stand, for finding units by the rare words that they share with a passage. */
export class Rarities {
  private readonly firsts: Int32Array;
  private readonly places: Int32Array;
  /** By unit, all 0 between two questions. */
  private readonly votes: Float64Array;

  /** `chosen` says which units are listed. Linear in the draft. */
  constructor(
    private readonly draft: Draft,
    private readonly weights: Float64Array,
    chosen: (unit: number) => boolean,
  ) {
    const { count, words, unitOf } = draft;
    this.votes = new Float64Array(draft.units);
    const listed = new Uint8Array(draft.units);
    for (let unit = 0; unit < draft.units; unit++) listed[unit] = chosen(unit) ? 1 : 0;
    this.firsts = new Int32Array(weights.length + 1);
    for (let at = 0; at < count; at++) if (listed[unitOf[at]!]) this.firsts[words[at]! + 1]!++;
    for (let word = 0; word < weights.length; word++) this.firsts[word + 1]! += this.firsts[word]!;
    this.places = new Int32Array(this.firsts[weights.length]!);
    const next = this.firsts.slice();
    for (let at = 0; at < count; at++) if (listed[unitOf[at]!]) this.places[next[words[at]!]!++] = at;
  }

  /** Where a word stands in the listed units: word indexes, rising. */
  standsAt(word: number): Int32Array {
    return this.places.subarray(this.firsts[word], this.firsts[word + 1]);
  }

  /** In how many places of the listed units a word stands. */
  placesOf(word: number): number {
    return this.firsts[word + 1]! - this.firsts[word]!;
  }

  /** The listed units that share most of a passage's rarest words, by weight, the best first. */
  sharing(draft: Draft, { first, last }: Stretch): number[] {
    const rarer = (one: number, other: number) => this.placesOf(one) - this.placesOf(other) || one - other;
    const rare: number[] = [];
    for (let at = first; at < last; at++) {
      const word = draft.words[at]!;
      const many = this.placesOf(word);
      if (many > 0 && many <= MOST_PLACES) insertBest(rare, word, FOLLOWED, rarer);
    }
    const touched: number[] = [];
    for (const word of rare) {
      let voted = -1;
      for (let at = this.firsts[word]!; at < this.firsts[word + 1]!; at++) {
        const unit = this.draft.unitOf[this.places[at]!]!;
        if (unit === voted) continue;
        voted = unit;
        if (this.votes[unit] === 0) touched.push(unit);
        this.votes[unit]! += this.weights[word]!;
      }
    }
    const better = (one: number, other: number) => this.votes[other]! - this.votes[one]! || one - other;
    const best: number[] = [];
    for (const unit of touched) insertBest(best, unit, LISTED, better);
    for (const unit of touched) this.votes[unit] = 0;
    return best;
  }
}

/** Puts a number in its place among the best so far, of which `most` are kept; once only. */
function insertBest(best: number[], one: number, most: number, order: (one: number, other: number) => number): void {
  let at = best.length;
  while (at > 0 && order(one, best[at - 1]!) < 0) at--;
  if (at === most || best[at - 1] === one) return;
  best.splice(at, 0, one);
  if (best.length > most) best.pop();
}
