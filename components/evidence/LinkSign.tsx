'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { Icon } from '@/components/ui/Icon';
import type { Source } from '@/core/source/source';

/** Says of a source's address that it is dead or has changed, and when that was found; nothing while it is as it was. */
export function LinkSign({
  source: { link, linkAt, linkStatus },
}: {
  source: Pick<Source, 'link' | 'linkAt' | 'linkStatus'>;
}) {
  const words = useTranslations('evidence.link');
  const format = useFormatter();
  if (link !== 'dead' && link !== 'changed') return null;
  const when = linkAt ? format.dateTime(new Date(linkAt), { day: 'numeric', month: 'short', year: 'numeric' }) : '';
  return (
    <span className="link-sign" data-link={link} title={words('found', { when, status: linkStatus ?? 0 })}>
      <Icon name={link === 'dead' ? 'warning' : 'turn'} size={12} />
      {words(link)}
    </span>
  );
}
