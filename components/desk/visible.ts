import type { Claim } from '@/core/claim/claim';
import { matchesFilter } from '@/core/claim/filter';
import type { DeskState } from './state/desk-store';
import type { DeskView } from './view';

type Filter = Pick<DeskView, 'filter' | 'verdict'>;

/** The claims that pass the list's filters, in reading order. The same array as long as neither claims nor filters change. */
export function createVisibleClaims(): (desk: Pick<DeskState, 'claims' | 'me'>, view: Filter) => readonly Claim[] {
  let last: { claims: readonly Claim[]; filter: string; verdict: string | null; visible: readonly Claim[] } | null =
    null;
  return ({ claims, me }, { filter, verdict }) => {
    if (last && last.claims === claims && last.filter === filter && last.verdict === verdict) return last.visible;
    const visible =
      filter === 'all' && verdict === null
        ? claims
        : claims.filter(
            (claim) => matchesFilter(claim, filter, me.id) && (verdict === null || (claim.verdict ?? '') === verdict),
          );
    last = { claims, filter, verdict, visible };
    return visible;
  };
}

/** The one memory of the desk: there is one desk on a page. */
export const visibleClaims = createVisibleClaims();

/** The four steps that a claim goes through, and which of them each status counts as. */
export const steps = ['open', 'checking', 'in-review', 'approved'] as const;
export type Step = (typeof steps)[number];

/** How far a claim has come, 1 to 4: a claim that waits or is queried is being checked, a disputed one is in review. */
export function stepOf(status: Claim['status']): 1 | 2 | 3 | 4 {
  switch (status) {
    case 'open':
      return 1;
    case 'checking':
    case 'awaiting-source':
    case 'query':
      return 2;
    case 'in-review':
    case 'disputed':
      return 3;
    case 'approved':
      return 4;
  }
}
