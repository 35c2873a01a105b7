import type { Claim } from '@/core/claim/claim';
import type { Verdict } from '@/core/claim/scale';
import type { Article } from './article';

/** How far an article has come, in four bars; `changed` since it was signed off; `archived` is out of the way, not further. */
export const stages = ['new', 'checking', 'in-review', 'changed', 'signed-off', 'archived'] as const;
export type Stage = (typeof stages)[number];

type Counted = Pick<Article, 'status' | 'progress'>;

/** An article is in review once it has claims and every one of them waits for, or has, its second pair of eyes. */
export function stageOf({
  status,
  changedSinceSignOff,
  progress,
}: Pick<Article, 'status' | 'changedSinceSignOff'> & {
  progress: Pick<Article['progress'], 'claims' | 'byStatus'>;
}): Stage {
  if (status === 'signed-off' && changedSinceSignOff) return 'changed';
  if (status === 'signed-off' || status === 'archived') return status;
  if (progress.claims === 0) return status === 'draft' ? 'new' : 'checking';
  const { 'in-review': reviewed = 0, approved = 0 } = progress.byStatus;
  return reviewed + approved === progress.claims ? 'in-review' : 'checking';
}

export const barsOf: Record<Stage, 1 | 2 | 3 | 4> = {
  new: 1,
  checking: 2,
  'in-review': 3,
  changed: 3,
  'signed-off': 4,
  archived: 4,
};

/** Claims that nobody has approved yet. */
export function openClaims({ progress }: Counted): number {
  return progress.claims - (progress.byStatus.approved ?? 0);
}

/** How many of an article's claims nobody has approved yet. A closed one is done. */
export function unapproved(claims: readonly Pick<Claim, 'status' | 'closed'>[]): number {
  return claims.filter(({ status, closed }) => status !== 'approved' && !closed).length;
}

/** Claims that have a verdict; on a scale without verdicts, those that are approved. */
export function judgedClaims({ progress }: Counted, verdicts: readonly Verdict[]): number {
  return verdicts.length === 0 ? (progress.byStatus.approved ?? 0) : progress.claims - (progress.byVerdict[''] ?? 0);
}

/** The counted verdicts in the scale's order. */
export function verdictCounts(
  { progress }: Counted,
  verdicts: readonly Verdict[],
): { verdict: Verdict; count: number }[] {
  return verdicts.flatMap((verdict) => {
    const count = progress.byVerdict[verdict.key] ?? 0;
    return count > 0 ? [{ verdict, count }] : [];
  });
}
