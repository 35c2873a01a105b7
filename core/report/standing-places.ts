import type { Anchor, Claim } from '@/core/claim/claim';

/** A place that stands in the text: none of its positions is null. */
export type StandingAnchor = Anchor & { from: number; to: number; start: number; end: number; current: string };

/** The claim's places that stand in the article, as a reader comes to them; of two that begin together the longer first. */
export function standingPlaces(claim: Pick<Claim, 'anchors'>): StandingAnchor[] {
  return claim.anchors.filter(isStanding).sort((a, b) => a.from - b.from || b.to - a.to);
}

/** The place whose words name the claim: the first that stands in the article, else the first that was made. */
export function namingPlace(claim: Pick<Claim, 'anchors'>): Anchor | undefined {
  return standingPlaces(claim)[0] ?? claim.anchors[0];
}

function isStanding(anchor: Anchor): anchor is StandingAnchor {
  return anchor.from !== null && anchor.to !== null;
}
