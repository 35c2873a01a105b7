/**
 * The words that a claim's fields choose from, without the schemas that check them, so that a screen can use them and stay
 * small. `claim.ts` gives them on.
 */

/** Where the work on a claim stands. A second axis beside the verdict: the two never mix. */
export const claimStatuses = [
  'open',
  'checking',
  'awaiting-source',
  'query',
  'in-review',
  'approved',
  'disputed',
] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

/** A note says something; a query asks somebody, and blocks approval until it is answered. */
export const commentKinds = ['note', 'query'] as const;
export type CommentKind = (typeof commentKinds)[number];
/** The fields of a comment that puts nothing to anybody. */
export const plainNote = {
  kind: 'note' as CommentKind,
  to: null,
  answeredBy: null,
  answeredAt: null,
  mentions: [] as string[],
  confidential: false,
  proposal: null,
};

/**
 * What came of a blind second check. `waiting`: one of the two verdicts is not in. `agreed`: both are, and are the same.
 * `disputed`: they differ, and nobody has decided. `decided`: an editor has, with a reason.
 */
export const checkOutcomes = ['waiting', 'agreed', 'disputed', 'decided'] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

export const severities = ['critical', 'major', 'minor'] as const;
export type Severity = (typeof severities)[number];

/**
 * `anchored`: the words judged stand there. `changed`: the wording differs, the verdict is stale.
 * `orphaned`: the passage is gone.
 */
export const anchorStates = ['anchored', 'changed', 'orphaned'] as const;
export type AnchorState = (typeof anchorStates)[number];

/** The worst state of a claim's anchors: it is stale if any place is. */
export function claimState(claim: { anchors: readonly { state: AnchorState }[] }): AnchorState {
  if (claim.anchors.some((anchor) => anchor.state === 'changed')) return 'changed';
  return claim.anchors.every((anchor) => anchor.state === 'orphaned')
    ? 'orphaned'
    : claim.anchors.some((anchor) => anchor.state === 'orphaned')
      ? 'changed'
      : 'anchored';
}
