'use client';
import { useTranslations } from 'use-intl';
import { Icon } from '@/components/ui/Icon';
import type { Claim } from '@/core/claim/claim';
import { useDesk } from '../state/use-desk';
import { useView } from '../view';
import { LostPlaces } from './LostPlaces';
import { Recheck } from './Recheck';
import { Repeats } from './Repeats';

/** The words judged; what became of them, where they changed or went; and the places that say the same and are not marked yet. */
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
      {claim.closed && (
        <p className="quote__now">
          <Icon name="check" size={14} />
          <span>{words('closed', { reason: claim.closed.reason })}</span>
        </p>
      )}
      <Recheck claim={claim} editable={editable} />
      <LostPlaces claim={claim} editable={editable} />
      {editable && <Repeats claim={claim} />}
    </section>
  );
}
