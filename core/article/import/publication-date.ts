/**
 * A date or time as a page or a front matter writes it, in the form of `PublicationDate` and as exact as it was: ISO 8601 (`2025`,
 * `2025-10`, `20251028`, `2025-10-28T09:05:00+02:00`) and the dates of e-mail and HTTP (`Tue, 28 Oct 2025 09:05:00 GMT`). A time
 * with a zone is given in UTC; one without says only its day. Null for everything else: `03/04/2025` is two different days.
 */
export function publicationDate(written: string): string | null {
  const text = written.trim();
  const iso = /^(\d{4})(?:(?:-(\d{2}))?|-?(\d{2})-?(\d{2})(?:[T ](\d{2}:?\d{2}.*))?)$/.exec(text);
  if (!iso) return mailDate(text);
  const [, year = '', only, month = only, day, time] = iso;
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  if (!isDate(date) || year === '0000') return null;
  const clock = time && /^(\d{2}):?(\d{2})(?::?(\d{2})([.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i.exec(time);
  if (time && !clock) return null;
  if (!clock?.[5]) return date;
  const [, hours, minutes, seconds = '00', , zone = ''] = clock;
  const offset = /^z$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;
  return inUtc(`${date}T${hours}:${minutes}:${seconds}${offset}`);
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** RFC 5322 section 3.3, and what is written after its manner. */
function mailDate(text: string): string | null {
  const found =
    /^(?:[a-z]{3},\s*)?(\d{1,2})\s+([a-z]{3})\s+(\d{4})(?:\s+(\d{2}:\d{2})(:\d{2})?\s+(?:(?:GMT|UTC?|Z)|([+-]\d{2})(\d{2})))?$/i.exec(
      text,
    );
  const month = found ? months.indexOf(found[2]!.toLowerCase()) + 1 : 0;
  if (!found || month === 0) return null;
  const [, day = '', , year, clock, seconds = ':00', hours, minutes] = found;
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDate(date)) return null;
  return clock ? inUtc(`${date}T${clock}${seconds}${hours ? `${hours}:${minutes}` : 'Z'}`) : date;
}

function isDate(date: string): boolean {
  const parsed = new Date(date);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

function inUtc(time: string): string | null {
  const parsed = new Date(time);
  if (Number.isNaN(parsed.getTime())) return null;
  const utc = parsed.toISOString();
  return /^\d{4}-/.test(utc) ? utc.replace('.000Z', 'Z') : null;
}
