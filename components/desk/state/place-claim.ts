import { articleNode } from '@/components/editor/article-node';
import { placeAnchor } from '@/core/anchor/place';
import type { Claim } from '@/core/claim/claim';
import type { Known } from './known';
import { stepsSince } from './steps-since';
import { followClaims, takenBack, through } from './text';

/**
 * A claim that came from the server with its places as they are in the text that is known here. Answers and events overtake each
 * other: what came with an older text is followed through the edits since; what came with a newer one stands where it stood
 * until they come (`Known.early`).
 */
export function placedNow(known: Known, claim: Claim, had: Claim | undefined): Claim {
  const { article } = known;
  if (claim.version === article.version) return claim;
  if (claim.version > article.version) return { ...claim, anchors: had?.anchors ?? [] };
  const doc = articleNode(article.doc);
  const steps = stepsSince({ version: article.version, steps: known.steps }, claim.version);
  if (steps) return followClaims([claim], through(takenBack(doc, steps), steps)).get(claim.id) ?? claim;
  // Older than the text that the desk was opened with: what is known of its places is all there is.
  const anchors = claim.anchors.map((anchor) => {
    const { from, to } = had?.anchors.find(({ id }) => id === anchor.id) ?? anchor;
    return placeAnchor(doc, { ...anchor, from, to });
  });
  return { ...claim, anchors };
}
