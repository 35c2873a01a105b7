'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Kbd } from '@/components/ui/Kbd';
import { difference } from '@/core/article/word-difference';
import type { Anchor, Claim } from '@/core/claim/claim';
import { useDeskActions } from '../actions';
import { docOf, paragraphOf } from '../places';
import { useDesk } from '../state/use-desk';

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
      {changed.map((anchor) => (
        <Difference key={anchor.id} anchor={anchor} several={claim.anchors.length > 1} />
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

function Difference({ anchor, several }: { anchor: Anchor; several: boolean }) {
  const words = useTranslations('desk.recheck');
  const language = useDesk((desk) => desk.article.language);
  const doc = useDesk((desk) => docOf(desk.article.doc));
  const { exact, current, from } = anchor;
  const stretches = useMemo(() => difference(exact, current ?? ''), [exact, current]);
  return (
    <p className="recheck__words" lang={language} dir="auto">
      {several && from !== null && <small>{words('in', { number: paragraphOf(doc, from) })} </small>}
      {stretches.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === 'first') return <del key={key}>{text}</del>;
        return kind === 'second' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
      })}
    </p>
  );
}
