import type { Page } from '@/core/record';
import { malformed } from './problem-response';

/** One page of a list that is at hand as a whole; its cursor is how many items come before. */
export function pageOfAll<T>(
  items: readonly T[],
  { limit, cursor = '0' }: { limit: number; cursor?: string },
): Page<T> {
  if (!/^\d{1,9}$/.test(cursor)) throw malformed([{ path: 'cursor', message: 'This is no cursor of this list.' }]);
  const end = Number(cursor) + limit;
  return { items: items.slice(Number(cursor), end), nextCursor: end < items.length ? String(end) : null };
}
