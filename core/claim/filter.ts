import type { Claim } from './claim';

/** How a desk narrows its claims. `open`, `in-review` and `done` part them: every claim is in exactly one of the three. */
export const claimFilters = ['all', 'mine', 'open', 'in-review', 'done'] as const;
export type ClaimFilter = (typeof claimFilters)[number];

type Filtered = Pick<Claim, 'status' | 'verdict' | 'assigneeId' | 'secondCheckerId' | 'createdBy'>;

/**
 * Whether a claim passes a filter. `done` is approved, `in-review` waits for its reviewer, `open` is everything else that has
 * work left, disputed and waiting ones too. `mine` is what a person has to do: assigned to them, for them to check a second
 * time, or marked by them and assigned to nobody.
 */
export function matchesFilter(claim: Filtered, filter: ClaimFilter, personId: string): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'mine':
      return (claim.assigneeId ?? claim.createdBy) === personId || claim.secondCheckerId === personId;
    case 'open':
      return claim.status !== 'approved' && claim.status !== 'in-review';
    case 'in-review':
      return claim.status === 'in-review';
    case 'done':
      return claim.status === 'approved';
  }
}

/** How many claims pass each filter, and how many of those that pass `filter` have each verdict; `''` counts those without one. */
export function countClaims(
  claims: readonly Filtered[],
  personId: string,
  filter: ClaimFilter = 'all',
): { byFilter: Record<ClaimFilter, number>; byVerdict: Record<string, number> } {
  const byFilter = { all: 0, mine: 0, open: 0, 'in-review': 0, done: 0 };
  const byVerdict = new Map<string, number>();
  for (const claim of claims) {
    for (const one of claimFilters) if (matchesFilter(claim, one, personId)) byFilter[one]++;
    if (!matchesFilter(claim, filter, personId)) continue;
    const verdict = claim.verdict ?? '';
    byVerdict.set(verdict, (byVerdict.get(verdict) ?? 0) + 1);
  }
  return { byFilter, byVerdict: Object.fromEntries(byVerdict) };
}
