'use client';
import { useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { difference } from '@/core/article/word-difference';
import type { Claim, Repeat } from '@/core/claim/claim';
import { useDeskActions } from '../actions';
import { docOf, paragraphOf, passageOf, placesOf, rangeOfPoints, repeatsOfPlaces } from '../places';
import { useDesk, useDeskCommands } from '../state/use-desk';
import { useView } from '../view';

/** The words judged; what became of them, where they changed; and the places that say the same and are not marked yet. */
export function Quote({ claim, editable }: { claim: Claim; editable: boolean }) {
  const words = useTranslations('desk.card');
  const anchorId = useView((view) => view.active?.anchorId);
  const language = useDesk((desk) => desk.article.language);
  const anchor = claim.anchors.find((one) => one.id === anchorId) ?? claim.anchors[0];
  if (!anchor) return null;
  return (
    <section className="quote">
      <blockquote className="quote__words" lang={language} dir="auto">
        {anchor.exact}
      </blockquote>
      {anchor.state === 'changed' && anchor.current !== null && (
        <p className="quote__now">
          <Icon name="turn" size={14} />
          <span>
            {words('changed')} <Changed before={anchor.exact} now={anchor.current} language={language} />
          </span>
        </p>
      )}
      {anchor.state === 'orphaned' && <Lost claim={claim} anchorId={anchor.id} editable={editable} />}
      {editable && <Repeats claim={claim} />}
    </section>
  );
}

function Changed({ before, now, language }: { before: string; now: string; language: string }) {
  const stretches = useMemo(() => difference(before, now), [before, now]);
  return (
    <q lang={language} dir="auto">
      {stretches.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === 'first') return <del key={key}>{text}</del>;
        return kind === 'second' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
      })}
    </q>
  );
}

/** An anchor without words: it waits until somebody shows where they went. */
function Lost({ claim, anchorId, editable }: { claim: Claim; anchorId: string; editable: boolean }) {
  const words = useTranslations('desk.card');
  const { moveAnchor } = useDeskCommands();
  const selection = useView((view) => view.selection);
  const doc = useDesk((desk) => docOf(desk.article.doc));
  return (
    <p className="quote__now">
      <Icon name="warning" size={14} />
      <span>{words('lost')}</span>
      {editable && (
        <Button
          size="small"
          disabled={!selection}
          onClick={() => selection && moveAnchor(claim.id, anchorId, passageOf(doc, selection.from, selection.to))}
        >
          {words('place-here')}
        </Button>
      )}
    </p>
  );
}

/** Passages with the same words are one press away; nearly the same ones are offered one by one, since they may say something else. */
function Repeats({ claim }: { claim: Claim }) {
  const words = useTranslations('desk.card');
  const actions = useDeskActions();
  const { addAnchor } = useDeskCommands();
  const doc = useDesk((desk) => docOf(desk.article.doc));
  const language = useDesk((desk) => desk.article.language);
  const places = placesOf(claim);
  const [repeats, setRepeats] = useState<readonly Repeat[]>([]);
  useEffect(() => {
    let current = true;
    repeatsOfPlaces(doc, language, places).then(
      (found) => current && setRepeats(found),
      // Without the network what finds them cannot be fetched; the card does without.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [doc, language, places]);
  const exact = claim.anchors[0]?.exact;
  const same = repeats.filter((repeat) => repeat.exact === exact);
  const near = repeats.filter((repeat) => repeat.exact !== exact).slice(0, 3);
  if (same.length + near.length === 0) return null;
  return (
    <ul className="repeats">
      {same.length > 0 && (
        <li>
          <Button size="small" icon="repeat" onClick={() => actions.addRepeats(claim.id)}>
            {words('mark-all', { count: same.length + places.length })}
          </Button>
        </li>
      )}
      {near.map((repeat) => {
        const range = rangeOfPoints(doc, repeat);
        const number = paragraphOf(doc, range.from);
        return (
          <li key={repeat.start} className="repeats__near">
            <span>
              {words('nearly', { number })} <q dir="auto">{repeat.exact}</q>
            </span>
            <Button
              size="small"
              kind="quiet"
              aria-label={words('add-near-name', { number })}
              onClick={() => addAnchor(claim.id, passageOf(doc, range.from, range.to))}
            >
              {words('add-near')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
