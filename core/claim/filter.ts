import type { Claim } from './claim';
import { claimState } from './vocabulary';

/**
 * How a desk narrows its claims. `open`, `in-review` and `done` part them: every claim is in exactly one of the three. The last
 * three are queues of what the text brought up.
 */
export const claimFilters = ['all', 'mine', 'open', 'in-review', 'done', 'recheck', 'lost', 'corrections'] as const;
export type ClaimFilter = (typeof claimFilters)[number];
/** Queues that are seldom full: a desk shows them while something is in them. */
export const queueFilters: readonly ClaimFilter[] = ['recheck', 'lost', 'corrections'];

type Filtered = Pick<
  Claim,
  'status' | 'verdict' | 'assigneeId' | 'secondCheckerId' | 'createdBy' | 'correction' | 'closed' | 'anchors'
>;

/**
 * Whether a claim passes a filter. `done` is approved or closed, `in-review` waits for its reviewer, `open` is everything else that has
 * work left, disputed and waiting ones too. `mine` is what a person has to do: assigned to them, for them to check a second
 * time, or marked by them and assigned to nobody. `recheck` has words that changed or went at one of its places, `lost` at all of
 * them; `corrections` proposes a wording.
 */
export function matchesFilter(claim: Filtered, filter: ClaimFilter, personId: string): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'mine':
      return (claim.assigneeId ?? claim.createdBy) === personId || claim.secondCheckerId === personId;
    case 'open':
      return !claim.closed && claim.status !== 'approved' && claim.status !== 'in-review';
    case 'in-review':
      return !claim.closed && claim.status === 'in-review';
    case 'done':
      return claim.closed !== null || claim.status === 'approved';
    case 'recheck':
      return claimState(claim) === 'changed';
    case 'lost':
      return !claim.closed && claimState(claim) === 'orphaned';
    case 'corrections':
      return claim.correction !== null;
  }
}

/** How many claims pass each filter, and how many of those that pass `filter` have each verdict; `''` counts those without one. */
export function countClaims(
  claims: readonly Filtered[],
  personId: string,
  filter: ClaimFilter = 'all',
): { byFilter: Record<ClaimFilter, number>; byVerdict: Record<string, number> } {
  const byFilter = Object.fromEntries(claimFilters.map((one) => [one, 0])) as Record<ClaimFilter, number>;
  const byVerdict = new Map<string, number>();
  for (const claim of claims) {
    for (const one of claimFilters) if (matchesFilter(claim, one, personId)) byFilter[one]++;
    if (!matchesFilter(claim, filter, personId)) continue;
    const verdict = claim.verdict ?? '';
    byVerdict.set(verdict, (byVerdict.get(verdict) ?? 0) + 1);
  }
  return { byFilter, byVerdict: Object.fromEntries(byVerdict) };
}
