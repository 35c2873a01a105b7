'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { useToast } from '@/components/ui/Toast';
import type { Claim } from '@/core/claim/claim';
import { placesOf } from '../places';
import { useDesk, useDeskCommands } from '../state/use-desk';
import { ReasonForm } from './ReasonForm';
import './recheck.css';

/** What an editor does with a proposed wording: puts it into the text, or turns it down and says why. */
export function CorrectionDecision({ claim }: { claim: Claim }) {
  const words = useTranslations('desk.correction');
  const said = useTranslations('desk.said');
  const { acceptCorrection, rejectCorrection } = useDeskCommands();
  const { id: articleId, signedOff } = useDesk((desk) => desk.article);
  const toast = useToast();
  const [rejecting, setRejecting] = useState(false);
  const places = placesOf(claim).length;

  const accept = () => {
    if (places === 0) return;
    acceptCorrection(claim.id);
    // What readers have had in other words belongs in the corrections log.
    const log = { label: said('log'), run: () => location.assign(`/articles/${articleId}/sign-off#log-${claim.id}`) };
    toast(said('corrected'), signedOff ? { action: log } : {});
  };
  if (!rejecting)
    return (
      <div className="recheck__ways">
        <Button
          size="small"
          icon="check"
          aria-disabled={places === 0 || undefined}
          title={places === 0 ? words('no-place') : undefined}
          onClick={accept}
        >
          {words('accept', { places })}
        </Button>
        <Button kind="quiet" size="small" onClick={() => setRejecting(true)}>
          {words('reject')}
        </Button>
      </div>
    );
  return (
    <ReasonForm
      label={words('reason')}
      hint={words('reason-hint')}
      needed={words('reason-needed')}
      keep={words('keep')}
      act={words('reject')}
      onKeep={() => setRejecting(false)}
      onReason={(reason) => {
        rejectCorrection(claim.id, reason);
        toast(words('rejected'));
      }}
    />
  );
}
