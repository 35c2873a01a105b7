'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Kbd } from '@/components/ui/Kbd';
import type { Claim } from '@/core/claim/claim';
import { useDesk } from '../state/use-desk';
import { AddSource } from './AddSource';
import { CitationRow } from './CitationRow';
import { Troubles } from './Troubles';
import { useFocusRequest } from './use-focus-request';

/** What the verdict rests on. */
export function Sources({ claim, editable }: { claim: Claim; editable: boolean }) {
  const words = useTranslations('desk.sources');
  const [adding, setAdding] = useState(false);
  const refused = useDesk((desk) => desk.refusals);
  const waitingNames = refused.filter(
    (one) =>
      one.claimId === claim.id && one.recordKind === 'citation' && !claim.citations.some((c) => c.id === one.recordId),
  );
  useFocusRequest('source', () => editable && setAdding(true));
  return (
    <section className="cites">
      <div className="field__head">
        <h3 className="label">
          {words('head')} <span className="num">{claim.citations.length}</span>
        </h3>
        {editable && !adding && (
          <Button kind="quiet" size="small" className="cites__add" data-next="" onClick={() => setAdding(true)}>
            {words('add')}
            <Kbd silent>S</Kbd>
          </Button>
        )}
      </div>
      {editable && adding && <AddSource claim={claim} onDone={() => setAdding(false)} />}
      {claim.citations.length === 0 && !adding && <p className="help">{words('none')}</p>}
      <ul>
        {claim.citations.map((citation) => (
          <CitationRow key={citation.id} citation={citation} editable={editable} />
        ))}
      </ul>
      {waitingNames.map((one) => (
        <Troubles key={one.id} recordId={one.recordId} />
      ))}
    </section>
  );
}
