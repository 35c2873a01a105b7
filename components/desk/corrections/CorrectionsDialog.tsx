'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { texts } from '@/components/interface/operations';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { useToast } from '@/components/ui/Toast';
import { placesOf } from '../places';
import { useDesk } from '../state/use-desk';
import './corrections.css';

/** Every proposed correction with a tick for the accepted ones, and one press that puts those into the text. */
export default function CorrectionsDialog({ onClose }: { onClose: () => void }) {
  const words = useTranslations('desk.corrections');
  const toast = useToast();
  const article = useDesk((desk) => desk.article);
  const claims = useDesk((desk) => desk.claims);
  const numberOf = useDesk((desk) => desk.numberOf);
  const { sending, refused, send } = useSending();
  const [declined, setDeclined] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<readonly { id: string; detail: string }[]>([]);
  const proposed = claims.filter(({ correction }) => correction !== null);
  const able = (claim: (typeof claims)[number]) => placesOf(claim).some(({ state }) => state === 'anchored');
  const accepted = proposed.filter((claim) => able(claim) && !declined.has(claim.id));
  const turn = (id: string) =>
    setDeclined((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const apply = async () => {
    const chosen = accepted.map(({ id, revision }) => ({ id, revision }));
    const answer = await send(() => texts.correct(article.id, chosen));
    if (!answer) return;
    toast(words('done', { count: answer.applied.length }));
    setTold(answer.refused);
    if (answer.refused.length === 0) onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      closable={!sending}
      onClose={onClose}
      title={words('title')}
      foot={
        <>
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button kind="main" disabled={sending || accepted.length === 0} onClick={apply}>
            {words('apply', { count: accepted.length })}
          </Button>
        </>
      }
    >
      <p className="help">{words('help')}</p>
      {refused && (
        <p className="help help--bad" role="alert">
          {refused}
        </p>
      )}
      <ul className="corrections" lang={article.language}>
        {proposed.map((claim) => {
          const place = placesOf(claim)[0];
          const why = told.find(({ id }) => id === claim.id)?.detail ?? (able(claim) ? null : words('outdated'));
          return (
            <li key={claim.id}>
              <label className="check">
                <input
                  type="checkbox"
                  checked={accepted.includes(claim)}
                  disabled={!able(claim)}
                  onChange={() => turn(claim.id)}
                />
                <span>
                  <small>
                    {words('claim', { number: numberOf.get(claim.id) ?? 0, places: placesOf(claim).length })}
                  </small>
                  <span className="corrections__words" dir="auto">
                    <del className="edit-del">{place?.current ?? claim.anchors[0]?.exact}</del>{' '}
                    <ins className="edit-ins">{claim.correction}</ins>
                  </span>
                  {why && <small className="help--bad">{why}</small>}
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
