'use client';
import { useFormatter, useTranslations } from 'use-intl';
import { Icon } from '@/components/ui/Icon';
import { useNow } from '@/components/ui/Viewer';
import type { ArticleStatus } from '@/core/article/article';
import { useDesk } from '../state/use-desk';

const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60_000;

/** That not everybody may open the article, where it is so. */
export function Restricted() {
  const words = useTranslations('work.people');
  const restricted = useDesk((desk) => desk.article.access.kind === 'restricted');
  if (!restricted) return null;
  return (
    <span className="bar__lock" title={words('restricted-here')}>
      <Icon name="lock" size={14} />
      <span className="sr">{words('restricted-here')}</span>
    </span>
  );
}

/** Whether nothing of an article is due any more. */
const isOver = (status: ArticleStatus) => status === 'signed-off' || status === 'archived';

/** When the article is due, and how long that is from now; nothing once it is signed off. */
export function Deadline() {
  const words = useTranslations('desk.bar');
  const format = useFormatter();
  const now = useNow();
  const deadline = useDesk(({ article }) => (isOver(article.status) ? null : article.deadline));
  if (!deadline) return null;
  const at = new Date(deadline);
  const left = at.getTime() - now;
  const today = format.dateTime(at, { dateStyle: 'short' }) === format.dateTime(new Date(now), { dateStyle: 'short' });
  const when = format.dateTime(at, {
    hour: 'numeric',
    minute: '2-digit',
    ...(today ? {} : { day: 'numeric', month: 'short' }),
  });
  const minutes = Math.round(Math.abs(left) / MINUTE);
  const span =
    minutes < 24 * 60
      ? words('hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
      : words('days', { days: Math.round(Math.abs(left) / DAY) });
  return (
    <time className="bar__due" dateTime={deadline} data-late={left < 0 ? '' : undefined}>
      {words(left < 0 ? 'late' : 'due', { when, span })}
    </time>
  );
}
