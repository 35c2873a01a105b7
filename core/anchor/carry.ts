import type { WordPairs } from './align';
import type { Span } from './context';
import { sameWords } from './fold';
import { splitsPair } from './range';
import { type Drafts, type Stretch, weightOf } from './resemblance';

/** A passage with less than this part of its words' weight left is gone: what still corresponds of it is small change. */
const KEPT = 0.15;
/** Words of a passage further apart in the new draft than its own length times this, and some, are no longer one passage. */
const SPREAD = 3;
const SPREAD_WORDS = 60;
/** For how many words put in its place a passage may be replaced and still be a passage of its sentence. */
const REPLACED_BY = 6;

/** Where a passage stands in the new draft, in UTF-16 units, and whether its words are the same (`sameWords`). */
export interface Carried extends Span {
  readonly same: boolean;
}

/**
 * Carries a passage of the old draft through the alignment. Both ends go with the character that they stand at; where the words
 * at an end were rewritten, what was put in their place belongs to the passage, but nothing that was only put in beside it.
 * Null when too little of it corresponds, or it fell apart. `passage` holds the words that the span touches.
 */
export function carry(drafts: Drafts, pairs: WordPairs, span: Span, passage: Stretch): Carried | null {
  const shifted = shift(drafts, pairs, span, passage);
  if (shifted) return shifted;
  const kept = bestRun(drafts, pairs, passage);
  if (!kept) return replaced(drafts, pairs, passage);
  const words = drafts.old.text.slice(span.start, span.end);
  const start = startAt(drafts, span, passage, kept);
  const end = endAt(drafts, span, passage, kept);
  const inner = start < end ? drafts.new.text.slice(start, end) : '';
  if (sameWords(words, inner)) return { start, end, same: true };
  const whole: Span = {
    start: Math.min(start, opening(drafts, pairs, passage, kept)),
    end: Math.max(end, closing(drafts, pairs, passage, kept)),
  };
  return whole.start < whole.end ? { ...whole, same: false } : null;
}

/** Most passages: all words correspond in a row and every character between the ends is the same. Null for any other. */
function shift(
  { old: before, new: after }: Drafts,
  { toNew }: WordPairs,
  span: Span,
  passage: Stretch,
): Carried | null {
  const last = passage.last - 1;
  const by = toNew[passage.first]! - passage.first;
  for (let word = passage.first; word <= last; word++)
    if (toNew[word] === -1 || toNew[word]! - word !== by) return null;
  for (const word of [passage.first, last])
    if (before.ends[word]! - before.starts[word]! !== after.ends[word + by]! - after.starts[word + by]!) return null;
  const start = after.starts[passage.first + by]! + span.start - before.starts[passage.first]!;
  const end = after.ends[last + by]! + span.end - before.ends[last]!;
  if (start < 0 || end - start !== span.end - span.start || end > after.text.length) return null;
  if (splitsPair(after.text, start) || splitsPair(after.text, end)) return null;
  return before.text.slice(span.start, span.end) === after.text.slice(start, end) ? { start, end, same: true } : null;
}

/** The first and last word of a passage that correspond, and where. */
interface Run {
  readonly oldFirst: number;
  readonly oldLast: number;
  readonly newFirst: number;
  readonly newLast: number;
}

function bestRun({ old: before, weights }: Drafts, { toNew }: WordPairs, passage: Stretch): Run | null {
  const room = SPREAD * (passage.last - passage.first) + SPREAD_WORDS;
  const runs: (Run & { oldLast: number; newLast: number; weight: number })[] = [];
  let all = 0;
  for (let word = passage.first; word < passage.last; word++) {
    const weight = weights[before.words[word]!]!;
    all += weight;
    const place = toNew[word]!;
    if (place === -1) continue;
    const run = runs.at(-1);
    if (run && place > run.newLast && place - run.newLast <= room) {
      run.oldLast = word;
      run.newLast = place;
      run.weight += weight;
    } else runs.push({ oldFirst: word, oldLast: word, newFirst: place, newLast: place, weight });
  }
  let best = runs[0];
  for (const run of runs) if (run.weight > best!.weight) best = run;
  return best && best.weight >= KEPT * all ? best : null;
}

/** The start, carried with its character: into the word where it stands inside one, over white space where it stands before. */
function startAt({ old: before, new: after }: Drafts, span: Span, passage: Stretch, kept: Run): number {
  const place = after.starts[kept.newFirst]!;
  if (kept.oldFirst !== passage.first) return place;
  const from = before.starts[passage.first]!;
  const shift = span.start - from;
  if (shift > 0) return inside(after.text, place + shift, place, after.ends[kept.newFirst]!, place);
  return before.text.slice(span.start, from) === after.text.slice(Math.max(0, place + shift), place)
    ? place + shift
    : place;
}

function endAt({ old: before, new: after }: Drafts, span: Span, passage: Stretch, kept: Run): number {
  const place = after.ends[kept.newLast]!;
  if (kept.oldLast !== passage.last - 1) return place;
  const to = before.ends[passage.last - 1]!;
  const shift = span.end - to;
  if (shift < 0) return inside(after.text, place + shift, after.starts[kept.newLast]!, place, place);
  return before.text.slice(to, span.end) === after.text.slice(place, place + shift) ? place + shift : place;
}

/** An offset within a word, or the other offset where the word is now too short for it or would be cut inside a pair. */
function inside(text: string, at: number, from: number, to: number, otherwise: number): number {
  return at > from && at < to && !splitsPair(text, at) ? at : otherwise;
}

/** Where the new words begin that stand for the words rewritten at the passage's start. */
function opening(
  { old: before, new: after, weights }: Drafts,
  { toNew, toOld }: WordPairs,
  passage: Stretch,
  kept: Run,
): number {
  const unit = after.unitOf[kept.newFirst]!;
  const lost = { first: passage.first, last: kept.oldFirst };
  const headed = before.unitStarts[before.unitOf[passage.first]!] === passage.first;
  const tied = passage.first > 0 && toNew[passage.first - 1] !== -1;
  let room = reach(before, weights, lost, headed || tied);
  let at = kept.newFirst;
  while (room-- > 0 && at > 0 && toOld[at - 1] === -1 && after.unitOf[at - 1] === unit) at--;
  return after.starts[at]!;
}

function closing(
  { old: before, new: after, weights }: Drafts,
  { toNew, toOld }: WordPairs,
  passage: Stretch,
  kept: Run,
): number {
  const unit = after.unitOf[kept.newLast]!;
  const lost = { first: kept.oldLast + 1, last: passage.last };
  const ended = before.unitStarts[before.unitOf[passage.last - 1]! + 1] === passage.last;
  const tied = passage.last < before.count && toNew[passage.last] !== -1;
  let room = reach(before, weights, lost, ended || tied);
  let at = kept.newLast;
  while (room-- > 0 && at + 1 < after.count && toOld[at + 1] === -1 && after.unitOf[at + 1] === unit) at++;
  return after.ends[at]!;
}

/**
 * How many new words may stand for lost ones at an end. All that were put in where the end is fixed by a sentence's edge or a
 * neighbour that stayed (nothing else could have lost them); else as many as were lost. Lost signs stand for signs.
 */
function reach(before: Drafts['old'], weights: Float64Array, lost: Stretch, fixed: boolean): number {
  if (lost.first >= lost.last) return 0;
  if (weightOf(before, weights, lost) < 0.25 && lost.last - lost.first <= 2) return lost.last - lost.first;
  return fixed ? Number.POSITIVE_INFINITY : lost.last - lost.first;
}

/** Of a passage of which no word is left, the words put in its place, where both its neighbours stayed in the same sentence. */
function replaced(
  { old: before, new: after }: Drafts,
  { toNew, toOld }: WordPairs,
  { first, last }: Stretch,
): Carried | null {
  if (first === 0 || last >= before.count) return null;
  const unit = before.unitOf[first];
  if (before.unitOf[first - 1] !== unit || before.unitOf[last] !== unit) return null;
  const head = toNew[first - 1]!;
  const tail = toNew[last]!;
  if (head === -1 || tail === -1 || after.unitOf[head] !== after.unitOf[tail]) return null;
  const room = tail - head - 1;
  if (room < 1 || room > 2 * (last - first) + REPLACED_BY) return null;
  for (let word = head + 1; word < tail; word++) if (toOld[word] !== -1) return null;
  return { start: after.starts[head + 1]!, end: after.ends[tail - 1]!, same: false };
}
