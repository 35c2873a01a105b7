'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useNow } from './Viewer';

const shapes = {
  /** 28 Oct 2025 */
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  /** 28 Oct, 16:30 */
  moment: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  /** 16:30 */
  clock: { hour: '2-digit', minute: '2-digit' },
} as const;

/** Younger than this, in milliseconds, is "just now": seconds would only flicker. */
const JUST_NOW = 60_000;

/**
 * A moment in the viewer's own zone and manner. `at` is ISO 8601; `ago` says how long since ("2 hours ago") and gives the moment
 * on hover.
 */
export function Time({ at, show }: { at: string; show: keyof typeof shapes | 'ago' }) {
  const format = useFormatter();
  const now = useNow();
  const date = new Date(at);
  const justNow = useTranslations('newsroom.ui')('just-now');
  const ago = () => (now - date.getTime() < JUST_NOW ? justNow : format.relativeTime(date, new Date(now)));
  const text = show === 'ago' ? ago() : format.dateTime(date, shapes[show]);
  return (
    <time
      dateTime={at}
      title={show === 'moment' ? undefined : format.dateTime(date, { ...shapes.date, ...shapes.clock })}
    >
      {text}
    </time>
  );
}
