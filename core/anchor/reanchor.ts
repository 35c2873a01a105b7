import type { anchorStates } from '@/core/claim/vocabulary';
import { type Alignment, align } from './align';
import { carry } from './carry';
import type { Span } from './context';
import { type Draft, readDraft } from './draft-words';
import { placeOfOne } from './once';
import { Order } from './order';
import { Rarities } from './rarities';
import { commonWords, type Drafts, type Stretch, unitOf, weightOf } from './resemblance';
import { Vocabulary } from './vocabulary';

/** An anchor of the old draft: UTF-16 offsets of its plain text. */
export interface OldAnchor extends Span {
  readonly id: string;
}

/** A passage of the new draft that an orphan could have become, and how alike its words are (0 to 1). UTF-16 offsets. */
export interface Candidate extends Span {
  readonly similarity: number;
}

/** What became of an anchor. */
export interface Reanchored {
  readonly id: string;
  readonly state: (typeof anchorStates)[number];
  /** UTF-16 offsets in the new draft's plain text; null for an orphan. */
  readonly start: number | null;
  readonly end: number | null;
  /**
   * Whether its words stand in a passage that changed its place among the rest of the text (cut and pasted, put in another
   * order); false for what only shifted because something was put in or taken out before it, and for an orphan.
   */
  readonly moved: boolean;
  /**
   * For an orphan, at most `CANDIDATES` passages to show beside it, the likeliest first; none for what was placed. They are looked
   * for when first read: until then, the result keeps both drafts in memory.
   */
  readonly candidates: readonly Candidate[];
}

/** How many candidates an orphan is shown with. */
export const CANDIDATES = 3;
/** Less alike than this is no help to whoever looks for the passage. */
const WORTH_SHOWING = 0.25;
/** Fewer words than this, as weighed, are not looked for away from their place: they could be anyone's. */
const OWN_WORDS = 2;

/**
 * Finds the anchors of one draft in another. Both texts are plain texts (`articleText(doc).text`: blocks and lines joined by one
 * `\n` each); all offsets are UTF-16 units and none in the result cuts a surrogate pair. The results are in the order of
 * `anchors`; each depends on the texts and its own span only.
 *
 * It never guesses. `anchored`: the same words (`sameWords`: white space, quotation-mark style and encoding aside) at the place that
 * the alignment of the two drafts gives (`align`), or at the only place where they stand, if they stand once in both drafts.
 * `changed`: other words at that place, of which enough is left, in a sentence that is clearly the old one rewritten
 * (`CLEARLY_BETTER`). `orphaned`: all else, with candidates. A span of white space only, empty, or outside the text is an orphan,
 * unless the drafts are equal.
 *
 * The drafts are aligned once: on one core, two drafts of 100,000 words take about 0.1 s, with all their anchors.
 */
export function reanchor(oldText: string, newText: string, anchors: readonly OldAnchor[]): Reanchored[] {
  if (oldText === newText)
    return anchors.map(({ id, start, end }) =>
      start >= 0 && start < end && end <= newText.length
        ? { id, state: 'anchored', start, end, moved: false, candidates: [] }
        : orphan(id),
    );
  const vocabulary = new Vocabulary();
  const before = readDraft(oldText, vocabulary);
  const after = readDraft(newText, vocabulary);
  const drafts: Drafts = { old: before, new: after, weights: vocabulary.weights() };
  return new Revision(drafts, align(drafts)).place(anchors);
}

function orphan(id: string, find: () => readonly Candidate[] = () => []): Reanchored {
  let found: readonly Candidate[] | null = null;
  return {
    id,
    state: 'orphaned',
    start: null,
    end: null,
    moved: false,
    get candidates() {
      found ??= find();
      return found;
    },
  };
}

class Revision {
  private readonly order: Order;
  private inOld: Rarities | null = null;
  private inNew: Rarities | null = null;

  constructor(
    private readonly drafts: Drafts,
    private readonly alignment: Alignment,
  ) {
    this.order = new Order(drafts, alignment.units);
  }

  place(anchors: readonly OldAnchor[]): Reanchored[] {
    return anchors.map((anchor) => {
      const passage = wordsIn(this.drafts.old, anchor);
      if (!passage) return orphan(anchor.id);
      const carried = carry(this.drafts, this.alignment.words, anchor, passage);
      if (carried?.same) return this.placed(anchor, 'anchored', passage, carried);
      const one = this.one(anchor, passage);
      if (one) return this.placed(anchor, 'anchored', passage, one);
      if (carried) return this.placed(anchor, 'changed', passage, carried);
      return orphan(anchor.id, () => this.candidates(passage));
    });
  }

  private placed({ id }: OldAnchor, state: 'anchored' | 'changed', passage: Stretch, { start, end }: Span): Reanchored {
    const { old: before, new: after } = this.drafts;
    const now = wordsIn(after, { start, end });
    const moved = now !== null && this.order.isLeft(unitsOf(before, passage), unitsOf(after, now));
    return { id, state, start, end, moved, candidates: [] };
  }

  private one(anchor: OldAnchor, passage: Stretch): Span | null {
    if (weightOf(this.drafts.old, this.drafts.weights, passage) < OWN_WORDS) return null;
    const everywhere = () => true;
    const inOld = () => {
      this.inOld ??= new Rarities(this.drafts.old, this.drafts.weights, everywhere);
      return this.inOld;
    };
    this.inNew ??= new Rarities(this.drafts.new, this.drafts.weights, everywhere);
    return placeOfOne(this.drafts, inOld, this.inNew, anchor, passage);
  }

  /** Passages of the new draft with most of an orphan's words in order, whether or not they belong to another anchor. */
  private candidates(passage: Stretch): Candidate[] {
    const { drafts } = this;
    this.inNew ??= new Rarities(drafts.new, drafts.weights, () => true);
    const own = weightOf(drafts.old, drafts.weights, passage);
    // A passage longer than a unit is known by its beginning.
    const from = { first: passage.first, last: Math.min(passage.last, passage.first + 256) };
    return this.inNew
      .sharing(drafts.old, from)
      .flatMap((unit): Candidate[] => {
        let first = -1;
        let last = -1;
        const common = commonWords(drafts, from, unitOf(drafts.new, unit), (_, word) => {
          first = word;
          if (last === -1) last = word;
        });
        if (first === -1) return [];
        const similarity = Math.min(
          1,
          (2 * common) / (own + weightOf(drafts.new, drafts.weights, { first, last: last + 1 })),
        );
        const { start, end } = { start: drafts.new.starts[first]!, end: drafts.new.ends[last]! };
        return similarity >= WORTH_SHOWING ? [{ start, end, similarity }] : [];
      })
      .sort((a, b) => b.similarity - a.similarity || a.start - b.start)
      .slice(0, CANDIDATES);
  }
}

/** The words that a span touches, or null where it touches none. */
function wordsIn({ starts, ends, count, text }: Draft, { start, end }: Span): Stretch | null {
  if (!(start >= 0 && start < end && end <= text.length)) return null;
  const first = firstAbove(ends, count, start);
  const last = firstAbove(starts, count, end - 1);
  return first < last ? { first, last } : null;
}

/** The units that some words are in. */
function unitsOf({ unitOf: units }: Draft, { first, last }: Stretch): Stretch {
  return { first: units[first]!, last: units[last - 1]! + 1 };
}

/** The first index whose value is above the limit; the values rise. */
function firstAbove(sorted: Int32Array, count: number, limit: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
