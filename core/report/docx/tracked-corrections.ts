import type { ArticleText } from '@/core/article/text';
import { readableDifference } from '@/core/article/word-difference';
import type { Place } from './places';

/**
 * What becomes of a correction in the text. `tracked`: it is there for its writer to accept. Else why not: `overlaps` another
 * that is, goes `across` the end of a paragraph, is of words that have `changed` since, or the words read so already (`same`).
 */
export type CorrectionFate = 'tracked' | 'overlaps' | 'across' | 'changed' | 'same';

/** Words that a correction takes away, between two ProseMirror positions in one textblock. */
export interface Deletion {
  readonly from: number;
  readonly to: number;
  readonly place: Place;
}

/** Words that a correction puts in at a ProseMirror position. */
export interface Insertion {
  readonly at: number;
  readonly words: string;
  readonly place: Place;
  /** Whether it goes with what stands before it (words that it replaces, or whose end it is) or with what follows. */
  readonly side: 'before' | 'after';
}

export interface Corrections {
  /** What becomes of the correction at each place whose claim has one. */
  readonly fates: ReadonlyMap<Place, CorrectionFate>;
  /** In reading order; no two overlap. */
  readonly deletions: readonly Deletion[];
  /** In reading order. */
  readonly insertions: readonly Insertion[];
}

/** The proposed corrections as changes of the text, word by word. Of those that overlap the first in reading order is made. */
export function trackedCorrections(places: readonly Place[], text: ArticleText): Corrections {
  const fates = new Map<Place, CorrectionFate>();
  const deletions: Deletion[] = [];
  const insertions: Insertion[] = [];
  const proposed = places
    .filter(({ claim }) => claim.correction !== null && claim.closed === null)
    .sort((a, b) => a.from - b.from || b.to - a.to);
  let taken = 0;
  for (const place of proposed) {
    const fate = fateOf(place, text, taken);
    fates.set(place, fate);
    if (fate !== 'tracked') continue;
    taken = place.to;
    change(place, deletions, insertions);
  }
  return { fates, deletions, insertions };
}

function fateOf({ claim, anchor, from, to }: Place, text: ArticleText, taken: number): CorrectionFate {
  if (anchor.state !== 'anchored') return 'changed';
  if (claim.correction === anchor.current) return 'same';
  if (text.blockAtPosition(from) !== text.blockAtPosition(to)) return 'across';
  return from < taken ? 'overlaps' : 'tracked';
}

function change(place: Place, deletions: Deletion[], insertions: Insertion[]): void {
  const { anchor, claim, from, to } = place;
  let at = from;
  for (const { kind, text: words } of readableDifference(anchor.current, claim.correction ?? '')) {
    if (kind === 'second') {
      const replaces = deletions.at(-1)?.place === place && deletions.at(-1)!.to === at;
      insertions.push({ at, words, place, side: replaces || at === to ? 'before' : 'after' });
      continue;
    }
    if (kind === 'first') deletions.push({ from: at, to: at + words.length, place });
    at += words.length;
  }
}
