import type { Colour, Pattern } from '@/core/claim/scale';

/**
 * One place of one claim, as the article draws it. `from`, `to` are ProseMirror positions in the article's present version.
 *
 * `colour` and `pattern` are the verdict's, both null while nobody has judged. `stale` adds the turning arrow after the words.
 * `correction` is the wording proposed instead: the anchor's words are struck and it follows them; the empty string strikes
 * only; null proposes nothing. `label` says the claim and its verdict to a screen reader ("Claim 5: Mostly true");
 * `details` is the id of the element that tells more (its note in the margin).
 */
export interface ClaimMark {
  readonly claimId: string;
  readonly anchorId: string;
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly colour: Colour | null;
  readonly pattern: Pattern | null;
  readonly label: string;
  readonly stale: boolean;
  readonly correction: string | null;
  readonly details: string;
  /** The list's filters keep the claim out: it stays in the text, faded. */
  readonly faded?: boolean;
}

/** The claim that is open, and which of its places the person came by. */
export interface ActiveMark {
  readonly claimId: string;
  readonly anchorId: string;
}

/** ProseMirror positions of one document value, `from` not after `to`. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}
