/** A deadline as a row says it: which day it is seen from today, and how long it is till then. */
export interface DeadlineWords {
  day: 'today' | 'tomorrow' | 'yesterday' | 'other';
  late: boolean;
  /** The distance in the unit that it is said in. */
  span:
    | { unit: 'minutes'; count: number }
    | { unit: 'hours'; hours: number; minutes: number }
    | { unit: 'days'; count: number };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `at` and `now` are milliseconds since 1970; days are those of `zone`, and days counted are calendar days there. */
export function deadlineWords(at: number, now: number, zone: string): DeadlineWords {
  const days = dayNumber(at, zone) - dayNumber(now, zone);
  const late = at < now;
  const distance = Math.abs(at - now);
  const day = days === 0 ? 'today' : days === 1 ? 'tomorrow' : days === -1 ? 'yesterday' : 'other';
  if (distance < HOUR) return { day, late, span: { unit: 'minutes', count: Math.round(distance / MINUTE) } };
  if (distance < DAY) {
    const minutes = Math.round(distance / MINUTE);
    return { day, late, span: { unit: 'hours', hours: Math.floor(minutes / 60), minutes: minutes % 60 } };
  }
  return { day, late, span: { unit: 'days', count: Math.max(1, Math.abs(days)) } };
}

/** The number of the calendar day in a zone, counted from 1970. */
function dayNumber(at: number, zone: string): number {
  return Math.round(Date.parse(`${calendarOf(zone).format(at)}T00:00:00Z`) / DAY);
}

/** A calendar takes longer to make than to be asked by every row of a list. */
const calendars = new Map<string, Intl.DateTimeFormat>();
function calendarOf(zone: string): Intl.DateTimeFormat {
  const made =
    calendars.get(zone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  calendars.set(zone, made);
  return made;
}
