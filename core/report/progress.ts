import type { Progress } from '@/core/article/article';
import { type Claim, claimState } from '@/core/claim/claim';

/** How far the work on these claims is, counted as the list of articles counts it. */
export function progressOf(claims: readonly Claim[]): Progress {
  const progress: Progress = { claims: claims.length, byStatus: {}, byVerdict: {}, stale: 0, orphaned: 0 };
  for (const claim of claims) {
    const verdict = claim.verdict ?? '';
    const state = claimState(claim);
    progress.byStatus[claim.status] = (progress.byStatus[claim.status] ?? 0) + 1;
    progress.byVerdict[verdict] = (progress.byVerdict[verdict] ?? 0) + 1;
    if (state === 'changed') progress.stale += 1;
    if (state === 'orphaned' && claim.closed === null) progress.orphaned += 1;
  }
  return progress;
}
