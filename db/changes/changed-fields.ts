/**
 * What a patch changes of a row: the fields whose value is given and differs, as they were and as they will be; null when there
 * is none, and then nothing is written. Values are compared as JSON.
 */
export function changedFields<T extends object>(
  row: T,
  patch: Partial<T>,
): { before: Partial<T>; after: Partial<T> } | null {
  const before: Partial<T> = {};
  const after: Partial<T> = {};
  for (const field of Object.keys(patch) as (keyof T)[]) {
    const value = patch[field];
    if (value === undefined || JSON.stringify(value) === JSON.stringify(row[field])) continue;
    before[field] = row[field];
    after[field] = value;
  }
  return Object.keys(after).length > 0 ? { before, after } : null;
}

/** The fields that say something: what an event tells of a record that was made. */
export function saidFields<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Partial<T>;
}
