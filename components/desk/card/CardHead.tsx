'use client';
import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { later } from '@/components/ui/later';
import { Menu, type MenuItem } from '@/components/ui/Menu';
import { useToast } from '@/components/ui/Toast';
import { isShownBlind } from '@/core/claim/blind';
import type { Claim } from '@/core/claim/claim';
import { useDeskActions } from '../actions';
import { Here } from '../Here';
import { docOf, paragraphOf, placesOf } from '../places';
import { useDesk, useDeskCommands } from '../state/use-desk';
import { useView } from '../view';
import { OtherPlaces } from './OtherPlaces';
import { RemoveDialog } from './RemoveDialog';
import { SaveMark } from './SaveMark';

const History = later(() => import('./History'));

/** What is done to the claim as a whole. */
const whole = ['*', 'anchors', 'status', 'approval', 'deletedAt'];

interface Props {
  claim: Claim;
  number: number;
  count: number;
  editable: boolean;
}

/** The card's head: which claim of how many, where else it stands, its history, and everything that is seldom wanted. */
export function CardHead({ claim, number, count, editable }: Props) {
  const words = useTranslations('desk.card');
  const actions = useDeskActions();
  const provisional = useDesk((desk) => desk.provisional.has(claim.id));
  const [history, setHistory] = useState(false);
  const [removing, setRemoving] = useState(false);
  const items = useMore(claim, editable, number, () =>
    claim.citations.length + claim.comments.length > 0 ? setRemoving(true) : actions.remove(claim.id),
  );
  return (
    <header className="card__head">
      <span className="card__step">
        <Button size="small" icon="up" label={words('previous')} onClick={() => actions.step(-1)} />
        <Button size="small" icon="down" label={words('next')} onClick={() => actions.step(1)} />
      </span>
      <h2 className="card__number num">
        {words.rich('number', { number, count, of: (chunks) => <span>{chunks}</span> })}
      </h2>
      <OtherPlaces claim={claim} />
      <Here claimId={claim.id} />
      <span className="fill" />
      <SaveMark recordId={claim.id} field={whole} />
      <Button
        kind="quiet"
        size="small"
        icon="clock"
        disabled={provisional}
        title={words('history-title')}
        onClick={() => setHistory(true)}
      >
        {words('history')}
      </Button>
      <Menu
        label={words('more')}
        items={items}
        button={{ kind: 'quiet', size: 'small', icon: 'more', label: words('more') }}
      />
      <Button kind="quiet" size="small" icon="close" label={words('close')} onClick={() => actions.close()} />
      {history && (
        <Suspense>
          <History claim={claim} number={number} onClose={() => setHistory(false)} />
        </Suspense>
      )}
      {removing && (
        <RemoveDialog
          claim={claim}
          onClose={() => setRemoving(false)}
          onRemove={() => {
            setRemoving(false);
            actions.remove(claim.id);
          }}
        />
      )}
    </header>
  );
}

function useMore(claim: Claim, editable: boolean, number: number, remove: () => void): MenuItem[] {
  const words = useTranslations('desk.card');
  const actions = useDeskActions();
  const { dropAnchor } = useDeskCommands();
  const toast = useToast();
  const selection = useView((view) => view.selection);
  const doc = useDesk((desk) => docOf(desk.article.doc));
  const blind = useDesk((desk) => isShownBlind(desk.me.id, claim));
  const link: MenuItem = {
    id: 'link',
    label: words('copy-link'),
    icon: 'link',
    onSelect: () => {
      const url = `${location.origin}${location.pathname}#claim-${claim.id}`;
      navigator.clipboard.writeText(url).then(
        () => toast(words('link-copied', { number })),
        () => toast(words('link-refused'), { kind: 'error' }),
      );
    },
  };
  if (!editable) return [link];
  const places = placesOf(claim);
  const drops = claim.anchors.length < 2 ? [] : places;
  return [
    link,
    {
      id: 'place',
      label: words('add-place'),
      icon: 'repeat',
      disabled: selection === null,
      onSelect: () => actions.addPlace(claim.id),
    },
    ...drops.map((place) => ({
      id: `drop-${place.id}`,
      label: words('drop-place', { number: paragraphOf(doc, place.from) }),
      icon: 'close' as const,
      onSelect: () => {
        const done = dropAnchor(claim.id, place.id);
        toast(words('place-dropped'), { undo: done.undo });
      },
    })),
    ...(blind ? [] : [{ rule: true as const, id: 'rule' }]),
    ...(blind
      ? []
      : [{ id: 'remove', label: words('remove'), icon: 'bin' as const, kind: 'risky' as const, onSelect: remove }]),
  ];
}
