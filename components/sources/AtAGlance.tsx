'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'use-intl';
import { Icon } from '@/components/ui/Icon';
import type { IconName } from '@/components/ui/shapes';
import { type SourceFigures, type WorthLooking, worthLooking } from '@/core/source/figures';
import { iconOfKind } from './kinds';
import { type SourcesView, sourcesAddress, sourcesViewOf } from './looked-for';

/** How the list shows those that are worth a look for something. */
const narrowedTo: Record<WorthLooking, Partial<SourcesView>> = {
  fallen: { standing: 'fallen' },
  doubtful: { standing: 'doubtful' },
  dead: { link: 'dead' },
  changed: { link: 'changed' },
  untiered: { tier: 'none' },
  unused: { only: 'unused' },
};

const iconOfLook: Record<WorthLooking, IconName> = {
  fallen: 'warning',
  doubtful: 'warning',
  dead: 'link',
  changed: 'turn',
  untiered: 'data',
  unused: 'document',
};

/** What stands beside the list while no source is open: what is worth a look, and what kinds there are. Each line narrows the list. */
export function AtAGlance({ figures: { kinds, looks }, view }: { figures: SourceFigures; view: SourcesView }) {
  const words = useTranslations('sources');
  const whole = sourcesViewOf({ article: view.article ?? undefined });
  const here = sourcesAddress(view, { cursor: null, order: 'activity' });
  const line = (change: Partial<SourcesView>, icon: IconName, label: string, count: number) => {
    const address = sourcesAddress(whole, change);
    return <Line key={address} address={address} current={address === here} icon={icon} label={label} count={count} />;
  };
  const found = worthLooking.filter((look) => looks[look] > 0);
  return (
    <aside className="glance" aria-label={words('glance.title')}>
      <p className="glance__choose">{words('choose')}</p>
      <section>
        <h2>{words('glance.looks')}</h2>
        {found.length === 0 ? (
          <p className="glance__none">{words('glance.none')}</p>
        ) : (
          <ul>
            {found.map((look) => line(narrowedTo[look], iconOfLook[look], words(`glance.look.${look}`), looks[look]))}
          </ul>
        )}
      </section>
      <section>
        <h2>{words('glance.kinds')}</h2>
        <ul>{kinds.map(({ kind, count }) => line({ kind }, iconOfKind[kind], words(`kind.${kind}`), count))}</ul>
      </section>
    </aside>
  );
}

function Line({
  address,
  current,
  icon,
  label,
  count,
}: {
  address: string;
  current: boolean;
  icon: IconName;
  label: string;
  count: number;
}) {
  const format = useFormatter();
  return (
    <li>
      <Link className="glance__line" href={address} scroll={false} aria-current={current ? 'true' : undefined}>
        <Icon name={icon} />
        <span>{label}</span>
        <span className="num">{format.number(count)}</span>
      </Link>
    </li>
  );
}
