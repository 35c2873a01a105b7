'use client';

import { useFormatter, useTimeZone, useTranslations } from 'use-intl';
import { Icon } from '@/components/ui/Icon';
import { Time } from '@/components/ui/Time';
import { useNow } from '@/components/ui/Viewer';
import type { Article } from '@/core/article/article';
import { deadlineWords } from './deadline';

/** When an article is due and how long that is from now; what is late says so in words, not in red alone. */
export function Deadline({ article }: { article: Article }) {
  const words = useTranslations('articles.row');
  const format = useFormatter();
  const zone = useTimeZone() ?? 'UTC';
  const now = useNow();
  if (article.signedOff)
    return (
      <div className="listed__deadline is-done">
        <div>
          <b>{words('signed-off')}</b>
          <span>
            <Time at={article.signedOff.at} show="moment" />
          </span>
        </div>
      </div>
    );
  if (!article.deadline) return <div className="listed__deadline listed__quiet">{words('no-deadline')}</div>;

  const at = new Date(article.deadline);
  const { day, late, span } = deadlineWords(at.getTime(), now, zone);
  const time = format.dateTime(at, { hour: '2-digit', minute: '2-digit' });
  const distance =
    span.unit === 'hours'
      ? words('hours', { hours: span.hours, minutes: span.minutes })
      : words(span.unit, { count: span.count });
  return (
    <div className={late ? 'listed__deadline is-late' : 'listed__deadline'}>
      {late && <Icon name="warning" size={14} />}
      <div>
        <b>
          <time dateTime={article.deadline} title={format.dateTime(at, { dateStyle: 'full', timeStyle: 'short' })}>
            {day === 'other'
              ? format.dateTime(at, { weekday: 'short', day: 'numeric', month: 'short' })
              : words(day, { time })}
          </time>
        </b>
        <span>{words(late ? 'late' : 'in', { span: distance })}</span>
      </div>
    </div>
  );
}
