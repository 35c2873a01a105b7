import type { Claim } from './claim';

/**
 * The claims in the order in which a reader comes to them: by the first of their places in the text, of two that begin together
 * the longer first. Claims whose every place is gone come last, in the order in which they were made. Leaves `claims` as it is.
 */
export function inReadingOrder<C extends Placed>(claims: readonly C[]): C[] {
  const placed = claims.map((claim) => ({ claim, ...firstPlace(claim) }));
  placed.sort(
    (a, b) =>
      a.from - b.from ||
      b.to - a.to ||
      compare(a.claim.createdAt, b.claim.createdAt) ||
      compare(a.claim.id, b.claim.id),
  );
  return placed.map(({ claim }) => claim);
}

type Placed = Pick<Claim, 'id' | 'createdAt'> & {
  readonly anchors: readonly { readonly from: number | null; readonly to: number | null }[];
};

// Larger than every position and finite, so that two orphans differ by 0.
const NOWHERE = Number.MAX_SAFE_INTEGER;

/** Where the claim first stands in the text: ProseMirror positions, larger than any when it stands nowhere. */
function firstPlace(claim: Placed): { from: number; to: number } {
  let first = { from: NOWHERE, to: NOWHERE };
  for (const { from, to } of claim.anchors)
    if (from !== null && to !== null && (from < first.from || (from === first.from && to > first.to)))
      first = { from, to };
  return first;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
