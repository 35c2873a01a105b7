import type { Anchor, Claim, JudgedWords } from '@/core/claim/claim';

/** The words that stand at a claim's anchors: what a person sees as they judge. */
export function wordsOf(claim: Pick<Claim, 'anchors'>): JudgedWords {
  return Object.fromEntries(claim.anchors.flatMap(({ id, current }) => (current === null ? [] : [[id, current]])));
}

/** The claim with these words as the ones judged, where they still stand: what the server makes of a verdict or a confirmation. */
export function judgedOn(claim: Claim, words: JudgedWords | undefined): Claim {
  const judged = (anchor: Anchor): Anchor =>
    anchor.state === 'changed' && anchor.current !== null && words?.[anchor.id] === anchor.current
      ? { ...anchor, exact: anchor.current, state: 'anchored' }
      : anchor;
  const anchors = claim.anchors.map(judged);
  return anchors.some((anchor, at) => anchor !== claim.anchors[at]) ? { ...claim, anchors } : claim;
}
