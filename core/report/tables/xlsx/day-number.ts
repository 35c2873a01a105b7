const DAY = 86_400_000;

/** Days from what a spreadsheet counts from to the beginning of 1970, in its calendar that begins with 1900. */
const EPOCH = 25_569;

/** The first day that every spreadsheet counts alike, 1 March 1900: some have a 29 February before it. */
const FIRST = 61;

/** A time (ISO 8601 in UTC) as a spreadsheet counts days, to the second; null for what is no time, or before it counts rightly. */
export function momentNumber(time: string): number | null {
  const milliseconds = Date.parse(time);
  if (Number.isNaN(milliseconds)) return null;
  const days = Math.round(milliseconds / 1000) / (DAY / 1000) + EPOCH;
  return days < FIRST ? null : days;
}

/** A day, or the day of a time, as a spreadsheet counts it; null for a year or a month alone, which are words. */
export function dayNumber(value: string): number | null {
  const day = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(value)?.[0];
  if (!day) return null;
  const days = momentNumber(`${day}T00:00:00Z`);
  // `2025-02-30` is a day that never was: some take it for one in March.
  return days !== null && new Date((days - EPOCH) * DAY).toISOString().startsWith(day) ? days : null;
}
