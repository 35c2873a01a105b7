'use client';

import { useFormatter } from 'use-intl';

/** A day of publication, no more exact than it is known: a year, a month, or a day. It is nobody's local time. */
export function PublishedAt({ date }: { date: string }) {
  const format = useFormatter();
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  const at = new Date(Date.UTC(year ?? 1970, (month ?? 1) - 1, day ?? 1));
  return (
    <time dateTime={date}>
      {format.dateTime(at, {
        timeZone: 'UTC',
        year: 'numeric',
        ...(month && { month: 'short' }),
        ...(day && { day: 'numeric' }),
      })}
    </time>
  );
}
