'use client';

import { useFormatter, useTimeZone, useTranslations } from 'use-intl';
import { deadlineWords } from '@/components/articles/list/deadline';
import { useNow } from '@/components/ui/Viewer';

/** When something is due, as its row says it. */
export function useDue(): (deadline: string) => string {
  const words = useTranslations('articles.row');
  const format = useFormatter();
  const zone = useTimeZone() ?? 'UTC';
  const now = useNow();
  return (deadline) => {
    const at = new Date(deadline);
    const { day, late, span } = deadlineWords(at.getTime(), now, zone);
    const time = format.dateTime(at, { hour: '2-digit', minute: '2-digit' });
    const when =
      day === 'other'
        ? format.dateTime(at, { weekday: 'short', day: 'numeric', month: 'short' })
        : words(day, { time });
    const distance =
      span.unit === 'hours'
        ? words('hours', { hours: span.hours, minutes: span.minutes })
        : words(span.unit, { count: span.count });
    return `${when}, ${words(late ? 'late' : 'in', { span: distance })}`;
  };
}
