import type { Lost, Placements } from '@/core/anchor/placement';
import type { Version } from '@/core/article/version';
import type { Check } from '@/core/claim/check';
import type { Claim } from '@/core/claim/claim';
import type { Source } from '@/core/source/source';

/** A version that came about at one stroke, as the list of versions names it. */
export type Stroke = Version & { kind: Exclude<Version['kind'], 'imported' | 'edited'> };

/** What an anchor's record does not say: when it was made, and where an orphan stood last. */
export interface AnchorTrace {
  /** The anchor. */
  readonly id: string;
  readonly createdAt: string;
  readonly lost: Lost | null;
}

/**
 * What no reader of a report needs and a newsroom that takes the article over does: how its versions came about, what can still be
 * brought back, and what its history names and it no longer has. All of it is internal.
 */
export interface Archive {
  /** Sentences in which somebody found nothing to check, each by the SHA-256 of its words; in the order of these. */
  readonly looks: readonly { readonly sentence: string; readonly by: string; readonly at: string }[];
  /** By version. */
  readonly strokes: readonly Stroke[];
  /** By version. */
  readonly placements: readonly Placements[];
  /** Of every claim here and in the report, by id. */
  readonly anchors: readonly AnchorTrace[];
  /** The second checks of claims that were asked for another since, by id. */
  readonly checks: readonly Check[];
  /** The deleted claims, in reading order. */
  readonly claims: readonly Claim[];
  /** The sources of deleted claims and of citations that were dropped, where no claim of the report cites them; by id. */
  readonly sources: readonly Source[];
}
