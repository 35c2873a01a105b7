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
  private readonly typed: string[] = [];
  private readonly numbers: number[] = [];
  private readonly folded = new Map<string, number>();
  private readonly plain: number[] = [];
  private readonly counts: number[] = [];
  /** Open addressing (linear probing) over `typed`, by place plus one: the words of a long text are looked up without being cut out of it. */
  private slots = new Int32Array(1 << 13);

  /** The number of the word between two offsets of a text. */
  number(text: string, start: number, end: number): number {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash, 31) + text.charCodeAt(at);
    const mask = this.slots.length - 1;
    let slot = spread(hash) & mask;
    for (let place = this.slots[slot]!; place !== 0; place = this.slots[slot]!) {
      if (standsBetween(text, start, end, this.typed[place - 1]!)) {
        const number = this.numbers[place - 1]!;
        this.counts[number]!++;
        return number;
      }
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = this.typed.length + 1;
    return this.learn(text.slice(start, end));
  }

  private learn(typed: string): number {
    const key = fold(typed).toLowerCase();
    const number = this.folded.get(key) ?? this.folded.size;
    if (number === this.plain.length) {
      this.folded.set(key, number);
      this.plain.push(plainWeight(key));
      this.counts.push(0);
    }
    this.counts[number]!++;
    this.typed.push(typed);
    this.numbers.push(number);
    if (this.typed.length * 2 > this.slots.length) this.grow();
    return number;
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 4);
    this.typed.forEach((typed, place) => {
      let hash = typed.length;
      for (let at = 0; at < typed.length; at++) hash = Math.imul(hash, 31) + typed.charCodeAt(at);
      let slot = spread(hash) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = place + 1;
    });
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

function standsBetween(text: string, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) if (text.charCodeAt(start + at) !== word.charCodeAt(at)) return false;
  return true;
}

/** Lets the high bits of a hash have a say in the low ones. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

function plainWeight(key: string): number {
  if (UNSPACED_START.test(key)) return UNSPACED_WEIGHT;
  return WORD_START.test(key) ? 1 : SIGN_WEIGHT;
}

/** A letter of a script that puts no spaces between words. */
export const UNSPACED_START =
  /^[\p{L}&&[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]]/v;
/** Signs that change what a number says count as words. */
const WORD_START = /^[\p{L}\p{N}\p{Sc}%\u2030]/u;
