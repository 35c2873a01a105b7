import { Problem } from '@/core/problem';

/** Where a page of a list ended, as an opaque word: the values that its order goes by, of the last item. */
export function cursorAfter(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * The values in a cursor, of the given kinds, or undefined where there is none. One that this list did not give is `malformed`.
 * `kinds` has an example of each value.
 */
export function readCursor<const T extends readonly (string | number)[]>(
  cursor: string | null | undefined,
  kinds: T,
): { -readonly [K in keyof T]: T[K] extends number ? number : string } | undefined {
  if (!cursor) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(values) &&
      values.length === kinds.length &&
      values.every((value, at) => typeof value === typeof kinds[at])
    )
      return values as never;
  } catch {}
  throw new Problem('malformed', { reason: 'cursor' });
}

/** A page of at most `limit` items out of one row more than that; without a limit it is everything. */
export function pageOf<T>(rows: T[], limit: number | undefined, valuesOf: (row: T) => (string | number)[]) {
  const more = limit !== undefined && rows.length > limit;
  const items = more ? rows.slice(0, limit) : rows;
  const last = items.at(-1);
  return { items, nextCursor: more && last ? cursorAfter(valuesOf(last)) : null };
}

/** How many rows to ask for, so as to know whether more follow. Without a limit: more than there ever are. */
export function rowsFor(limit: number | undefined): number {
  return limit === undefined ? 2 ** 31 - 1 : limit + 1;
}
