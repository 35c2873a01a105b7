'use client';
import { useTranslations } from 'use-intl';
import { Icon } from '@/components/ui/Icon';
import { Menu } from '@/components/ui/Menu';
import type { Claim } from '@/core/claim/claim';
import { useDeskActions } from '../actions';
import { docOf, paragraphOf, placesOf } from '../places';
import { useDesk } from '../state/use-desk';
import { useView } from '../view';

/** The other paragraphs where the claim stands, each a jump. */
export function OtherPlaces({ claim }: { claim: Claim }) {
  const words = useTranslations('desk.card');
  const actions = useDeskActions();
  const here = useView((view) => view.active?.anchorId);
  const doc = useDesk((desk) => docOf(desk.article.doc));
  const places = placesOf(claim);
  const others = places.filter((place) => place.id !== (here ?? places[0]?.id));
  const only = others[0];
  if (!only) return null;
  const go = (anchorId: string) => actions.open(claim.id, { anchorId, scroll: true });
  if (others.length === 1)
    return (
      <button
        type="button"
        className="badge badge--line places"
        title={words('also-title')}
        onClick={() => go(only.id)}
      >
        <Icon name="repeat" size={12} />
        {words('also', { number: paragraphOf(doc, only.from) })}
      </button>
    );
  return (
    <span className="places">
      <Menu
        label={words('also-title')}
        align="start"
        button={{
          kind: 'quiet',
          size: 'small',
          icon: 'repeat',
          children: words('also-many', { count: others.length }),
        }}
        items={others.map((place) => ({
          id: place.id,
          label: words('paragraph', { number: paragraphOf(doc, place.from) }),
          onSelect: () => go(place.id),
        }))}
      />
    </span>
  );
}
