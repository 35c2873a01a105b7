'use client';
import { Suspense, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { later } from '@/components/ui/later';
import { isShownBlind } from '@/core/claim/blind';
import type { Claim } from '@/core/claim/claim';
import { may } from '@/core/newsroom/rights';
import { useDesk } from '../state/use-desk';
import { useView } from '../view';
import { CardFoot } from './CardFoot';
import { CardHead } from './CardHead';
import { Comments } from './Comments';
import { Correction } from './Correction';
import { Particulars } from './Particulars';
import { Quote } from './Quote';
import { Rationale } from './Rationale';
import { Returned } from './Returned';
import { Sources } from './Sources';
import { Status } from './Status';
import { Troubles } from './Troubles';
import { useFocusRequest } from './use-focus-request';
import { VerdictPicker } from './VerdictPicker';

const BlindCheck = later(() => import('./second/BlindCheck'));
const SecondCheck = later(() => import('./second/SecondCheck'));

/** The open claim: its words, its verdict with the reasons, its sources, what is said about it, and what happens to it next. */
export default function Card() {
  const claimId = useView((view) => view.active?.claimId);
  const claim = useDesk((desk) => desk.claimById.get(claimId ?? ''));
  return claim ? <OpenCard key={claim.id} claim={claim} /> : null;
}

function OpenCard({ claim }: { claim: Claim }) {
  const words = useTranslations('desk');
  const root = useRef<HTMLElement>(null);
  const verdict = useDesk((desk) => desk.scale.verdicts.find((one) => one.key === claim.verdict) ?? null);
  const number = useDesk((desk) => desk.numberOf.get(claim.id) ?? 0);
  const count = useDesk((desk) => desk.claims.length);
  const editable = useDesk((desk) => may(desk.me.role, 'claim.change'));
  const blind = useDesk((desk) => isShownBlind(desk.me.id, claim));
  // Between two verdicts an editor decides; and the second checker gives no first one.
  const disputed = claim.check?.outcome === 'disputed';
  const second = useDesk((desk) => claim.check?.outcome === 'waiting' && claim.secondCheckerId === desk.me.id);
  const internal = useDesk((desk) => may(desk.me.role, 'confidential.read'));
  const commenting = useDesk((desk) => may(desk.me.role, 'comment.add'));
  useFocusRequest('card', () => root.current?.focus({ preventScroll: true }));
  return (
    <article
      ref={root}
      className="card"
      id={`claim-note-${claim.id}`}
      data-card=""
      data-colour={verdict?.colour ?? 'none'}
      tabIndex={-1}
      aria-label={words('card.name', {
        number,
        count,
        verdict: verdict?.label ?? words('no-verdict'),
        quote: claim.anchors[0]?.exact ?? '',
      })}
    >
      <CardHead claim={claim} number={number} count={count} editable={editable} />
      {blind ? (
        <div className="card__scroll">
          <div className="card__column">
            <Quote claim={claim} editable={false} />
            <Troubles recordId={claim.id} fields={['*', 'anchors']} />
            <Suspense>
              <BlindCheck claim={claim} />
            </Suspense>
          </div>
        </div>
      ) : (
        <div className="card__scroll">
          <div className="card__column">
            <Quote claim={claim} editable={editable} />
            <Troubles recordId={claim.id} fields={['*', 'anchors', 'deletedAt', 'approval']} />
            <Returned claim={claim} />
            <Status claim={claim} editable={editable && !disputed} />
            <VerdictPicker claim={claim} editable={editable && !disputed && !second} />
            <Rationale claim={claim} editable={editable} />
            <Correction claim={claim} editable={editable} />
            <Particulars claim={claim} editable={editable} />
            {internal && (
              <Suspense>
                <SecondCheck claim={claim} />
              </Suspense>
            )}
          </div>
          <div className="card__column">
            <Sources claim={claim} editable={editable} />
            {commenting && <Comments claim={claim} />}
          </div>
        </div>
      )}
      {!blind && <CardFoot claim={claim} editable={editable} />}
    </article>
  );
}
