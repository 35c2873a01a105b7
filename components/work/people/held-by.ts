import type { Claim } from '@/core/claim/claim';

/** How many claims still to be checked each person has. */
export function heldBy(
  claims: readonly Pick<Claim, 'assigneeId' | 'status' | 'closed'>[],
): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  for (const { assigneeId, status, closed } of claims)
    if (assigneeId !== null && status !== 'approved' && !closed) held.set(assigneeId, (held.get(assigneeId) ?? 0) + 1);
  return held;
}
