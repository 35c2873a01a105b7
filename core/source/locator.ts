/** Words for a page, as people write them before its number. */
const PAGE =
  /(?:^|[\s,;(])(?:pages?|pp?\.?|pg\.?|seiten?|s\.?|página|pág\.?|pagina|side|sida|strona|str\.?)\s*(\d{1,5})/i;
const CLOCK = /(?:^|[^\d:])(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?![\d:])/;
const UNITS =
  /(?:(\d{1,2})\s*h(?:ours?|rs?)?\.?\s*)?(?:(\d{1,4})\s*(?:m(?:in(?:ute)?s?)?\.?|['′])(?![a-z])\s*)?(?:(\d{1,5})\s*(?:s(?:ec(?:ond)?s?)?\.?|''|["″])(?![a-z]))?/gi;
const NAMED = /(?:^|[\s,;(])(?:minutes?|min\.?)\s*(\d{1,4})(?![\d:])/i;

/** The page that a citation's locator names (“page 212”, “pp. 3-4”, or a bare number); null where it names none. */
export function pageOfLocator(locator: string | null): number | null {
  if (locator === null) return null;
  const page = PAGE.exec(locator)?.[1] ?? /^\s*(\d{1,5})(?:\s*[-–]\s*\d{1,5})?\s*$/.exec(locator)?.[1];
  return page === undefined || Number(page) === 0 ? null : Number(page);
}

/** The moment that a locator names, in seconds (“12:30”, “1:02:03”, “minute 4”, “3 min 20 s”); null where it names none. */
export function secondsOfLocator(locator: string | null): number | null {
  if (locator === null) return null;
  const clock = CLOCK.exec(locator);
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  for (const [, hours, minutes, seconds] of locator.matchAll(UNITS))
    if (hours || minutes || seconds)
      return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  const named = NAMED.exec(locator)?.[1];
  return named === undefined ? null : Number(named) * 60;
}
