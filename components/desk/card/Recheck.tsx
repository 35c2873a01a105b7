'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Kbd } from '@/components/ui/Kbd';
import type { Anchor, Claim } from '@/core/claim/claim';
import { useDeskActions } from '../actions';
import { Difference } from '../Difference';
import { docOf, paragraphOf } from '../places';
import { useDesk } from '../state/use-desk';
import './recheck.css';

/** The places whose words are no longer those that were judged, word by word, and the two ways on: it still holds, or a new verdict. */
export function Recheck({ claim, editable }: { claim: Claim; editable: boolean }) {
  const words = useTranslations('desk.recheck');
  const actions = useDeskActions();
  const verdict = useDesk((desk) => desk.scale.verdicts.find((one) => one.key === claim.verdict) ?? null);
  const changed = claim.anchors.filter(({ state }) => state === 'changed');
  if (changed.length === 0) return null;
  return (
    <section className="recheck" aria-label={words('name')}>
      <p className="recheck__head">
        <Icon name="turn" size={14} />
        <b>{words(verdict ? 'head' : 'head-unjudged')}</b>
      </p>
      {alike(changed).map((anchors) => (
        <ChangedPlaces key={anchors[0]!.id} anchors={anchors} several={claim.anchors.length > 1} />
      ))}
      {editable && (
        <div className="recheck__ways">
          <Button kind="main" size="small" onClick={() => actions.confirm(claim.id)}>
            {words(verdict ? 'holds' : 'take', { verdict: verdict?.label ?? '' })}
            <Kbd silent>R</Kbd>
          </Button>
          <span>{words(verdict ? 'or-judge' : 'or-wait')}</span>
        </div>
      )}
    </section>
  );
}

/** Places whose words changed in the same way, told once. */
function alike(changed: readonly Anchor[]): Anchor[][] {
  const groups = new Map<string, Anchor[]>();
  for (const anchor of changed) {
    const key = JSON.stringify([anchor.exact, anchor.current]);
    groups.set(key, [...(groups.get(key) ?? []), anchor]);
  }
  return [...groups.values()];
}

function ChangedPlaces({ anchors, several }: { anchors: readonly Anchor[]; several: boolean }) {
  const words = useTranslations('desk.recheck');
  const language = useDesk((desk) => desk.article.language);
  const doc = useDesk((desk) => docOf(desk.article.doc));
  const { exact, current } = anchors[0]!;
  const paragraphs = anchors.flatMap(({ from }) => (from === null ? [] : [paragraphOf(doc, from)]));
  return (
    <p className="recheck__words" lang={language} dir="auto">
      {several && <small>{words('in', { numbers: paragraphs.join(', ') })} </small>}
      <Difference first={exact} second={current ?? ''} />
    </p>
  );
}
