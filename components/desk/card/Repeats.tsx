'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Quoted } from '@/components/ui/Quoted';
import type { Claim, Repeat } from '@/core/claim/claim';
import { useDeskActions } from '../actions';
import { docOf, paragraphOf, passageOf, placesOf, rangeOfPoints, repeatsOfPlaces } from '../places';
import { useDesk, useDeskCommands } from '../state/use-desk';

/** Passages with the same words are one press away; nearly the same ones are offered one by one, since they may say something else. */
export function Repeats({ claim }: { claim: Claim }) {
  const words = useTranslations('desk.card');
  const said = useTranslations('desk.said');
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
  const add = (repeat: Repeat) => {
    const { from, to } = rangeOfPoints(doc, repeat);
    addAnchor(claim.id, passageOf(doc, from, to));
  };
  const addSame = () => {
    same.forEach(add);
    actions.announce(said('places', { places: places.length + same.length }));
  };
  return (
    <ul className="repeats">
      {same.length > 0 && (
        <li>
          <Button size="small" icon="repeat" onClick={addSame}>
            {words('mark-all', { count: same.length + places.length })}
          </Button>
        </li>
      )}
      {near.map((repeat) => {
        const number = paragraphOf(doc, rangeOfPoints(doc, repeat).from);
        return (
          <li key={repeat.start} className="repeats__near">
            <span>
              {words('nearly', { number })} <Quoted words={repeat.exact} />
            </span>
            <Button
              size="small"
              kind="quiet"
              aria-label={words('add-near-name', { number })}
              onClick={() => add(repeat)}
            >
              {words('add-near')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
