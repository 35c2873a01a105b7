'use client';
import { useTranslations } from 'use-intl';
import { unapproved } from '@/core/article/stage';
import { may } from '@/core/newsroom/rights';
import { useDesk } from '../state/use-desk';

/** The way to the sign-off for whoever may sign, with how many claims nobody has approved yet; nothing of it once it is signed. */
export function SignOffLink() {
  const words = useTranslations('desk.bar');
  const id = useDesk((desk) => desk.article.id);
  const offered = useDesk(({ me, article }) => may(me.role, 'article.sign-off') && article.deletedAt === null);
  const signed = useDesk(({ article }) => article.status === 'signed-off' && !article.changedSinceSignOff);
  const left = useDesk(({ claims }) => unapproved(claims));
  if (!offered || signed) return null;
  return (
    <a className="button bar__sign" data-kind="plain" href={`/articles/${encodeURIComponent(id)}/sign-off`}>
      {words('sign-off')}
      {left > 0 && <span className="bar__left num">{words('left', { left })}</span>}
    </a>
  );
}
