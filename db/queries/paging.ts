import { Problem } from '@/core/problem';
import type { Page } from '@/core/record';

/** How much of a list is asked for: at most `limit` items after the place that `cursor` names, or from the start. */
export interface Paging {
  limit: number;
  cursor?: string | undefined;
}

/**
 * A page out of `rows`, of which the query asked for one more than `limit` to learn whether anything follows. `placeOf` gives the
 * values that order the list, of the last item on the page; they become the cursor.
 */
export function pageOf<T>(rows: T[], limit: number, placeOf: (last: T) => string[]): Page<T> {
  if (rows.length <= limit) return { items: rows, nextCursor: null };
  const items = rows.slice(0, limit);
  return { items, nextCursor: Buffer.from(JSON.stringify(placeOf(items.at(-1)!))).toString('base64url') };
}

/** The `parts` values that a cursor holds; undefined without a cursor. Throws `malformed` for what `pageOf` never made. */
export function readCursor(cursor: string | undefined, parts: number): string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(place) && place.length === parts && place.every((part) => typeof part === 'string')) return place;
  } catch {
    // Falls through to the refusal: what is no JSON is no cursor.
  }
  const message = 'This is no cursor of this list.';
  throw new Problem('malformed', { reason: message }, { errors: [{ path: 'cursor', message }] });
}
