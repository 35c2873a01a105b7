'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { SelectField } from '@/components/ui/Field';
import { linkStates, sourceKinds, standings, tiers } from '@/core/source/vocabulary';
import { isChosen, onlyChoices, type SourcesView, sourceOrders, sourcesAddress } from './looked-for';

/** Narrows the list of sources and puts it in order. */
export function Narrow({ view }: { view: SourcesView }) {
  const words = useTranslations('sources');
  const router = useRouter();
  const choose = (name: keyof SourcesView) => ({
    value: view[name] ?? '',
    onChange: ({ target }: { target: { value: string } }) =>
      router.replace(sourcesAddress(view, { [name]: target.value, cursor: null, id: null }), { scroll: false }),
  });
  const any = { value: '', label: words('narrow.any') };
  return (
    <details className="narrow" open={isChosen(view) || view.order !== 'activity'}>
      <summary>{words('narrow.head')}</summary>
      <div className="narrow__fields">
        <SelectField
          label={words('fields.kind')}
          options={[any, ...sourceKinds.map((value) => ({ value, label: words(`kind.${value}`) }))]}
          {...choose('kind')}
        />
        <SelectField
          label={words('fields.tier')}
          options={[
            any,
            ...tiers.map((value) => ({ value, label: words(`tier.${value}`) })),
            { value: 'none', label: words('tier.none') },
          ]}
          {...choose('tier')}
        />
        <SelectField
          label={words('stands.label')}
          options={[any, ...standings.map((value) => ({ value, label: words(`stands.${value}`) }))]}
          {...choose('standing')}
        />
        <SelectField
          label={words('narrow.link')}
          options={[any, ...linkStates.map((value) => ({ value, label: words(`narrow.links.${value}`) }))]}
          {...choose('link')}
        />
        <SelectField
          label={words('narrow.only')}
          options={[any, ...onlyChoices.map((value) => ({ value, label: words(`narrow.onlys.${value}`) }))]}
          {...choose('only')}
        />
        <SelectField
          label={words('narrow.order')}
          options={sourceOrders.map((value) => ({ value, label: words(`narrow.orders.${value}`) }))}
          {...choose('order')}
        />
      </div>
      {isChosen(view) && (
        <Link
          className="link"
          href={sourcesAddress(view, { kind: '', tier: '', standing: '', link: '', only: '', cursor: null })}
        >
          {words('narrow.all')}
        </Link>
      )}
    </details>
  );
}
