import type { GuestQuery } from '@/core/newsroom/guest';

/** How a query stands for its guest: it waits for them, they have answered, or the newsroom has settled it. */
export type Stage = 'waiting' | 'answered' | 'settled';

/** A query that was opened anew after an answer waits again, whatever was said before. */
export function stageOf({ answeredAt, resolvedAt }: Pick<GuestQuery, 'answeredAt' | 'resolvedAt'>): Stage {
  if (resolvedAt !== null) return 'settled';
  return answeredAt === null ? 'waiting' : 'answered';
}
