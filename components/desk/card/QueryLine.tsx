'use client';
import { useTranslations } from 'use-intl';
import { Icon } from '@/components/ui/Icon';
import { Time } from '@/components/ui/Time';
import type { Comment } from '@/core/claim/comment';
import { waits } from '@/core/claim/open-threads';
import { useDesk } from '../state/use-desk';

/** Of a query: whom it is put to, and whether it waits or who answered it. */
export function QueryLine({ comment }: { comment: Comment }) {
  const words = useTranslations('desk.comments');
  const someone = useTranslations('desk')('someone');
  const to = useDesk((desk) => desk.personById.get(comment.to ?? '')?.name ?? someone);
  const by = useDesk((desk) => desk.personById.get(comment.answeredBy ?? '')?.name ?? someone);
  const byLink = useDesk((desk) => desk.guests.some(({ personId }) => personId === comment.to));
  const waiting = waits(comment);
  return (
    <p className="query-line" data-waits={waiting ? '' : undefined}>
      <Icon name={waiting ? 'clock' : 'check'} size={12} />
      <b dir="auto">{words('query-to', { person: to })}</b>{' '}
      {waiting
        ? words.rich('waits', { since: () => <Time at={comment.createdAt} show="moment" /> })
        : words('answered-by', { person: by })}
      {byLink && <span className="query-line__reads">{words('reads-along', { person: to })}</span>}
    </p>
  );
}
