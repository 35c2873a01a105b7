import { UNSPACED_START, type Vocabulary } from './vocabulary';

/** No unit holds more words than this: what compares two of them takes time by the product of their lengths. */
const LONGEST_UNIT = 256;
/** From this length on a unit without a stop is cut at a word that its own letters choose, so that both drafts are cut alike. */
const LONG_UNIT = 96;

/**
 * A draft read as words and units. A word here is a run of letters and digits, one character of a script without spaces, or one
 * sign; all offsets are UTF-16 units of the plain text and never cut a surrogate pair. A unit is a sentence as stops and line
 * ends show it, cheaply told and not always a sentence of grammar: it needs to be cut alike in both drafts, no more.
 */
export interface Draft {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly words: Int32Array;
  /** How many units there are; unit `u` holds the words from `unitStarts[u]` up to `unitStarts[u + 1]`. */
  readonly units: number;
  readonly unitStarts: Int32Array;
  /** By unit, 1 where it is the first of its line. */
  readonly opensLine: Uint8Array;
  /** Which unit each word is in. */
  readonly unitOf: Int32Array;
}

/** Reads a draft in one pass; linear. Its words are numbered in `vocabulary`. */
export function readDraft(text: string, vocabulary: Vocabulary): Draft {
  const units = unitsOf(text);
  const room = text.length;
  // A guess for prose, grown where words are shorter.
  let space = (room >> 2) + 64;
  let starts = new Int32Array(space);
  let ends = new Int32Array(space);
  let words = new Int32Array(space);
  let unitOf = new Int32Array(space);
  const unitStarts: number[] = [];
  const opensLine: number[] = [];
  let fed = true;
  let count = 0;
  let unitStart = 0;
  let stopped = true;
  for (let at = 0; at < room; ) {
    const kind = kindAt(text, units, at);
    if (kind === SPACE) {
      if (units[at] === LINE_FEED) {
        fed = true;
        if (count > 0 && !stopped) stopped = endsLine(text, units, at, ends[count - 1]!);
      }
      at++;
      continue;
    }
    const end = endOfWord(text, units, at, kind);
    const word = vocabulary.number(text, units, at, end);
    const size = count - unitStart;
    if (stopped || size >= LONGEST_UNIT || (size >= LONG_UNIT && word % 16 === 0)) {
      unitStart = count;
      unitStarts.push(count);
      opensLine.push(fed ? 1 : 0);
    }
    fed = false;
    stopped = false;
    if (count === space) {
      space *= 2;
      [starts, ends, words, unitOf] = [starts, ends, words, unitOf].map((full) => grown(full, space)) as [
        Grown,
        Grown,
        Grown,
        Grown,
      ];
    }
    starts[count] = at;
    ends[count] = end;
    words[count] = word;
    unitOf[count] = unitStarts.length - 1;
    count++;
    if (kind === SIGN) stopped = endsSentence(text, units, at, end);
    at = end;
  }
  unitStarts.push(count);
  return {
    text,
    count,
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    words: words.subarray(0, count),
    units: unitStarts.length - 1,
    unitStarts: Int32Array.from(unitStarts),
    opensLine: Uint8Array.from(opensLine),
    unitOf: unitOf.subarray(0, count),
  };
}

type Grown = Int32Array<ArrayBuffer>;

function grown(full: Int32Array, space: number): Grown {
  const larger = new Int32Array(space);
  larger.set(full);
  return larger;
}

const LINE_FEED = 10;
const SPACE = 1;
const SIGN = 2;
const ALONE = 3;
/** From here on, kinds that a word runs on with. */
const LETTER = 4;
const DIGIT = 5;
const JOINER = 6;

const kinds = new Uint8Array(65_536);

/** The UTF-16 units of a text. */
function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < units.length; at++) units[at] = text.charCodeAt(at);
  return units;
}

/** The kind of the character at an offset; those of the Basic Multilingual Plane are remembered. */
function kindAt(text: string, units: Uint16Array, at: number): number {
  const unit = units[at]!;
  const known = kinds[unit]!;
  if (known !== 0) return known;
  if (unit >= 0xd800 && unit < 0xe000) return kindOf(String.fromCodePoint(text.codePointAt(at)!));
  const kind = kindOf(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

function kindOf(character: string): number {
  if (/[\s\u200b\u2060\ufeff]/.test(character)) return SPACE;
  if (/\p{M}|\p{Emoji_Modifier}|\u00ad|\u200c|\u200d/u.test(character)) return JOINER;
  if (UNSPACED_START.test(character)) return ALONE;
  if (/\p{L}/u.test(character)) return LETTER;
  return /\p{N}/u.test(character) ? DIGIT : SIGN;
}

function endOfWord(text: string, units: Uint16Array, from: number, kind: number): number {
  let at = from + widthAt(text, units, from);
  if (kind === LETTER || kind === DIGIT)
    for (; at < units.length; at += widthAt(text, units, at)) {
      while (at < units.length && kinds[units[at]!]! >= LETTER) at++;
      if (at === units.length) break;
      const next = kindAt(text, units, at);
      if (next >= LETTER) continue;
      if (next !== SIGN || at + 1 >= units.length || !isInner(text, units, at)) break;
    }
  else
    while (at < units.length && kindAt(text, units, at) === JOINER) {
      // What a zero-width joiner ties on belongs to the same character.
      const tied = units[at] === 0x200d && at + 1 < units.length && kindAt(text, units, at + 1) === SIGN;
      at += widthAt(text, units, at);
      if (tied) at += widthAt(text, units, at);
    }
  return at;
}

/** Whether a sign stands inside a word: an apostrophe between letters, a point or comma between digits. */
function isInner(text: string, units: Uint16Array, at: number): boolean {
  const unit = units[at]!;
  const point = unit === POINT || unit === COMMA;
  if (!point && unit !== APOSTROPHE && unit !== CURLED_APOSTROPHE) return false;
  const before = kindAt(text, units, at - 1);
  const after = kindAt(text, units, at + 1);
  return point ? before === DIGIT && after === DIGIT : after === LETTER && before !== SIGN;
}

const APOSTROPHE = 0x27;
const CURLED_APOSTROPHE = 0x2019;
const COMMA = 0x2c;
const POINT = 0x2e;

function widthAt(text: string, units: Uint16Array, at: number): number {
  const unit = units[at]!;
  return unit >= 0xd800 && unit < 0xdc00 && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

const STOP = /[.!?…]/;
const WIDE_STOP = /[。！？।؟۔]/;
const CLOSER = /["'”’»)\]」』）]/;

/** Whether a sign ends a sentence: a stop, with what closes after it, before white space; a wide stop before anything else. */
function endsSentence(text: string, units: Uint16Array, at: number, end: number): boolean {
  let stop = at;
  while (stop > 0 && at - stop < 3 && CLOSER.test(text[stop]!)) stop--;
  const wide = WIDE_STOP.test(text[stop]!);
  if (!wide && !STOP.test(text[stop]!)) return false;
  if (end >= text.length) return true;
  const next = text[end]!;
  if (CLOSER.test(next) || STOP.test(next) || WIDE_STOP.test(next)) return false;
  return wide || kindAt(text, units, end) === SPACE;
}

/** A line end is the end of a unit, unless the next line runs on in a small letter. */
function endsLine(text: string, units: Uint16Array, at: number, lastEnd: number): boolean {
  let next = at + 1;
  let feeds = 1;
  for (; next < text.length && kindAt(text, units, next) === SPACE; next++) if (units[next] === LINE_FEED) feeds++;
  if (feeds > 1 || text.slice(lastEnd, at).includes('\n')) return true;
  return !/\p{Ll}/u.test(text[next] ?? '');
}
