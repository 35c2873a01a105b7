import type { Node } from 'prosemirror-model';
import { wordIndex } from '@/core/anchor/word-index';
import type { Coverage } from '@/core/article/article';
import { fingerprintOf } from '@/core/article/fingerprint';
import { articleText } from '@/core/article/text';
import { suggestionsOf } from '@/core/assist/worthiness';
import type { Claim } from './claim';

type Covering = Pick<Claim, 'status' | 'deletedAt'> & {
  readonly anchors: readonly { readonly from: number | null; readonly to: number | null }[];
};

/**
 * What of an article nobody has looked at yet. A sentence is checkable when it reads like one (`suggestionsOf`) or a claim
 * touches it; it is covered when a claim touches it, approved when an approved claim does. An anchor touches a sentence when it
 * holds one of its words whole, or stands in it altogether: the letter that a drag took too far is no touch. Deleted claims and
 * places that are gone cover nothing. A checkable sentence that no claim touches is looked at where somebody found nothing in it
 * to check: `looks` are the fingerprints of such sentences, so that other words have to be looked at anew. `start`, `end` are code
 * points.
 */
export function coverageOf(
  doc: Node,
  language: string,
  claims: readonly Covering[],
  looks: ReadonlySet<string> = new Set(),
): Coverage {
  const sentences = suggestionsOf(doc, language);
  const touched = new Uint8Array(sentences.length);
  for (const claim of claims) {
    if (claim.deletedAt !== null) continue;
    const touch = claim.status === 'approved' ? APPROVED : COVERED;
    for (const { from, to } of claim.anchors) {
      if (from === null || to === null) continue;
      for (const at of touchedBy(doc, sentences, from, to)) touched[at] = Math.max(touched[at]!, touch);
    }
  }
  const checkable = sentences.map(({ kind }, at) => kind === 'checkable' || touched[at]! > 0);
  const untouched = sentences.filter((_, at) => checkable[at] && touched[at] === 0);
  const uncovered = looks.size === 0 ? untouched : untouched.filter(({ exact }) => !looks.has(fingerprintOf(exact)));
  return {
    sentences: sentences.length,
    checkable: checkable.filter(Boolean).length,
    covered: touched.filter((touch) => touch > 0).length,
    approved: touched.filter((touch) => touch === APPROVED).length,
    looked: untouched.length - uncovered.length,
    uncovered: uncovered.map(({ exact, start, end }) => ({ exact, start, end })),
  };
}

const COVERED = 1;
const APPROVED = 2;

/** The sentences, of those given, that a range holds a word of: as an anchor touches them. Positions; in reading order. */
export function sentencesIn<S extends Placed>(doc: Node, sentences: readonly S[], from: number, to: number): S[] {
  return touchedBy(doc, sentences, from, to).map((at) => sentences[at]!);
}

interface Placed {
  readonly from: number;
  readonly to: number;
}

/** Indexes of the sentences that an anchor touches. Positions; sentences rise and do not overlap. */
function touchedBy(doc: Node, sentences: readonly Placed[], from: number, to: number): number[] {
  const touched: number[] = [];
  for (let at = firstEndingAfter(sentences, from); at < sentences.length && sentences[at]!.from < to; at++) {
    const sentence = sentences[at]!;
    const inside = sentence.from <= from && to <= sentence.to;
    if (inside || holdsWord(doc, Math.max(from, sentence.from), Math.min(to, sentence.to))) touched.push(at);
  }
  return touched;
}

function holdsWord(doc: Node, from: number, to: number): boolean {
  const text = articleText(doc);
  const index = wordIndex(doc);
  const start = text.offsetAt(from);
  const end = text.offsetAt(to);
  const { first, last } = index.within(start, end);
  for (let word = first; word < last; word++) if (index.starts[word]! >= start && index.ends[word]! <= end) return true;
  return false;
}

function firstEndingAfter(sentences: readonly Placed[], from: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sentences[middle]!.to > from) high = middle;
    else low = middle + 1;
  }
  return low;
}
