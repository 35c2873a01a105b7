import type { Page } from '@/core/record';
import { call } from './call';

/** The most that the interface gives in one page. */
const LIMIT = 200;

/**
 * Every item of a list, page after page. `path` may have a query of its own. Throws what `call` throws; nothing is returned of
 * a list that broke off.
 */
export async function everyItem<T>(
  path: string,
  signal?: AbortSignal,
  get: (path: string) => Promise<unknown> = (page) => call('GET', page, { signal }),
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page = (await get(withQuery(path, { limit: LIMIT, cursor }))) as Page<T>;
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

/** The path with the parameters that are given; null and undefined leave theirs out. */
export function withQuery(path: string, parameters: Record<string, string | number | null | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== null && value !== undefined) query.set(name, String(value));
  if (query.size === 0) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}
