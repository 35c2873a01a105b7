import type { Claim } from '@/core/claim/claim';

/**
 * Whether two states of a claim look alike to whoever shows its words and what is said of it, not where it stands: an edit at
 * the top of the article moves every claim below, and nothing that is read beside it changes.
 */
export function sameButPlaces(a: Claim, b: Claim): boolean {
  if (a === b) return true;
  if (a.anchors.length !== b.anchors.length) return false;
  return (
    (Object.keys(a) as (keyof Claim)[]).every((key) => key === 'anchors' || a[key] === b[key]) &&
    a.anchors.every((anchor, at) => {
      const other = b.anchors[at]!;
      return anchor.id === other.id && anchor.state === other.state && anchor.exact === other.exact;
    })
  );
}
