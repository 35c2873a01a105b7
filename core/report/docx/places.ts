import type { ArticleText } from '@/core/article/text';
import type { Claim } from '@/core/claim/claim';
import type { Report } from '../report';
import { type StandingAnchor, standingPlaces } from '../standing-places';

/**
 * A place of a claim that stands in the article. `from`, `to` are ProseMirror positions, each inside a textblock, between which
 * exactly the anchor's present words stand.
 */
export interface Place {
  readonly claim: Claim;
  /** The claim's number in the report. */
  readonly number: number;
  readonly anchor: StandingAnchor;
  /** Whether a reader comes to this place of the claim before its others. */
  readonly first: boolean;
  readonly from: number;
  readonly to: number;
}

/** Every place that stands in the article, but for claims that were closed: claim after claim, those of each in reading order. */
export function placesOf({ claims }: Report, text: ArticleText): Place[] {
  return claims.flatMap((claim, index) =>
    (claim.closed ? [] : standingPlaces(claim)).map((anchor, nth): Place => {
      const start = text.offsetAt(anchor.from, 1);
      const end = Math.max(start, text.offsetAt(anchor.to, -1));
      const [from, to] = [text.positionAt(start), text.positionAt(end)];
      return { claim, number: index + 1, anchor, first: nth === 0, from, to };
    }),
  );
}
