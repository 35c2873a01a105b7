'use client';

import { useFormatter } from 'use-intl';
import { useNow } from './Viewer';

const shapes = {
  /** 28 Oct 2025 */
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  /** 28 Oct, 16:30 */
  moment: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  /** 16:30 */
  clock: { hour: '2-digit', minute: '2-digit' },
} as const;

/**
 * A moment in the viewer's own zone and manner. `at` is ISO 8601; `ago` says how long since ("2 hours ago") and gives the moment
 * on hover.
 */
export function Time({ at, show }: { at: string; show: keyof typeof shapes | 'ago' }) {
  const format = useFormatter();
  const now = useNow();
  const date = new Date(at);
  const text =
    show === 'ago'
      ? format.relativeTime(date, new Date(Math.max(now, date.getTime())))
      : format.dateTime(date, shapes[show]);
  return (
    <time
      dateTime={at}
      title={show === 'moment' ? undefined : format.dateTime(date, { ...shapes.date, ...shapes.clock })}
    >
      {text}
    </time>
  );
}
