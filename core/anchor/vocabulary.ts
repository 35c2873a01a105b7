import { fold } from './fold';

/** What a sign weighs beside a word: a moved comma says little about which sentence this is. */
const SIGN_WEIGHT = 0.1;
/** What a character of a script without spaces weighs: Chinese, Japanese and Thai words are two or three long. */
const UNSPACED_WEIGHT = 1 / 3;

/**
 * The words that two drafts share a numbering of. Equal numbers are words equal in case-blind folded letters (`fold`): whether
 * their case agrees is asked at the end, by whoever compares the passages.
 */
export class Vocabulary {
  private readonly folded = new Map<string, number>();
  private readonly plain: number[] = [];
  private readonly counts: number[] = [];
  /** Words as typed, one after another; word `place` is `letters` from `bounds[place]` up to `bounds[place + 1]`. */
  private letters = new Uint16Array(1 << 12);
  private bounds = new Int32Array(1 << 9);
  /** By place, the hash of a word as typed and the number that it has. */
  private hashes = new Int32Array(1 << 9);
  private numbers = new Int32Array(1 << 9);
  private typed = 0;
  /** Open addressing (linear probing) over the typed words, by place plus one: no word is cut out of its text to be looked up. */
  private slots = new Int32Array(1 << 10);

  /** The number of the word between two offsets of a text. `units` holds the text's UTF-16 units: reading these is much faster. */
  number(text: string, units: Uint16Array, start: number, end: number): number {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + units[at]!) | 0;
    const mask = this.slots.length - 1;
    let slot = spread(hash) & mask;
    for (let place = this.slots[slot]!; place !== 0; place = this.slots[slot]!) {
      if (this.hashes[place - 1] === hash && this.isTyped(place - 1, units, start, end)) {
        const number = this.numbers[place - 1]!;
        this.counts[number]!++;
        return number;
      }
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = this.typed + 1;
    return this.learn(text.slice(start, end), hash);
  }

  private isTyped(place: number, units: Uint16Array, start: number, end: number): boolean {
    const from = this.bounds[place]!;
    const { letters } = this;
    if (this.bounds[place + 1]! - from !== end - start) return false;
    for (let at = 0; at < end - start; at++) if (letters[from + at] !== units[start + at]) return false;
    return true;
  }

  private learn(word: string, hash: number): number {
    const plain = PLAIN.test(word);
    const key = (plain ? word : fold(word)).toLowerCase();
    const number = this.folded.get(key) ?? this.folded.size;
    if (number === this.plain.length) {
      this.folded.set(key, number);
      this.plain.push(plain ? 1 : plainWeight(key));
      this.counts.push(0);
    }
    this.counts[number]!++;
    const place = this.typed++;
    const from = this.bounds[place]!;
    this.makeRoom(from + word.length);
    for (let at = 0; at < word.length; at++) this.letters[from + at] = word.charCodeAt(at);
    this.bounds[place + 1] = from + word.length;
    this.hashes[place] = hash;
    this.numbers[place] = number;
    if (this.typed * 2 > this.slots.length) this.spreadOut();
    return number;
  }

  /** Room for one more word, which ends at `end`. */
  private makeRoom(end: number): void {
    if (end > this.letters.length) this.letters = enlarged(this.letters, new Uint16Array(end * 2));
    if (this.typed < this.hashes.length) return;
    const length = this.hashes.length * 4;
    this.bounds = enlarged(this.bounds, new Int32Array(length));
    this.hashes = enlarged(this.hashes, new Int32Array(length));
    this.numbers = enlarged(this.numbers, new Int32Array(length));
  }

  private spreadOut(): void {
    const slots = new Int32Array(this.slots.length * 4);
    for (let place = 0; place < this.typed; place++) {
      let slot = spread(this.hashes[place]!) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = place + 1;
    }
    this.slots = slots;
  }

  /**
   * By number, how much meeting a word tells: 1 for one that stands once in each draft, less for what both are full of (Sparck
   * Jones 1972, damped by the logarithm). Ask when both drafts are read.
   */
  weights(): Float64Array {
    return Float64Array.from(this.counts, (count, word) => this.plain[word]! / (1 + Math.log2(Math.max(1, count / 2))));
  }
}

function enlarged<Column extends Int32Array | Uint16Array>(full: Column, empty: Column): Column {
  empty.set(full);
  return empty;
}

/** Lets the high bits of a hash have a say in the low ones. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** Words that folding leaves as they are: nearly all that is typed in many languages, and numbers. */
const PLAIN = /^[0-9A-Za-z][0-9A-Za-z.,]*$/;

function plainWeight(key: string): number {
  if (UNSPACED_START.test(key)) return UNSPACED_WEIGHT;
  return WORD_START.test(key) ? 1 : SIGN_WEIGHT;
}

/** A letter of a script that puts no spaces between words. */
export const UNSPACED_START =
  /^[\p{L}&&[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]]/v;
/** Signs that change what a number says count as words. */
const WORD_START = /^[\p{L}\p{N}\p{Sc}%\u2030]/u;
