/** A moment (ISO 8601) as the value of a `datetime-local` field: this browser's own wall clock, to the minute. */
export function localField(moment: string): string {
  const date = new Date(moment);
  const wall = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return wall.toISOString().slice(0, 16);
}

/** The moment that a `datetime-local` field means here, ISO 8601 in UTC; null for an empty or impossible one. */
export function momentOf(value: string): string | null {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
