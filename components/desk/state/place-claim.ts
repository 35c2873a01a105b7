import { articleNode } from '@/components/editor/article-node';
import { mapRange } from '@/core/anchor/map-through';
import { placeAnchor } from '@/core/anchor/place';
import type { Anchor, Claim } from '@/core/claim/claim';
import type { Known } from './known';
import { stepsSince, type TextStep } from './steps-since';

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
  const anchors = claim.anchors.map((anchor) => {
    // What is known of its place already has taken the server's own placements in.
    const { from, to } = had?.anchors.find(({ id }) => id === anchor.id) ?? throughSteps(anchor, steps ?? []);
    return placeAnchor(doc, { ...anchor, from, to });
  });
  return { ...claim, anchors };
}

/** The range after edits, by their maps alone; what has no character left is found out when it is placed. */
export function throughSteps({ from, to }: Pick<Anchor, 'from' | 'to'>, steps: readonly TextStep[]) {
  let range = from === null || to === null ? null : { from, to };
  for (const { step } of steps) range = range && mapRange(step.getMap(), range);
  return range ?? { from: null, to: null };
}
