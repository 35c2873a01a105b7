'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { useToast } from '@/components/ui/Toast';
import type { Claim } from '@/core/claim/claim';
import { useDeskActions } from '../actions';
import { placesOf } from '../places';
import { useDeskCommands } from '../state/use-desk';
import { ReasonForm } from './ReasonForm';
import './recheck.css';

/** What an editor does with a proposed wording: puts it into the text, or turns it down and says why. */
export function CorrectionDecision({ claim }: { claim: Claim }) {
  const words = useTranslations('desk.correction');
  const { rejectCorrection } = useDeskCommands();
  const actions = useDeskActions();
  const toast = useToast();
  const [rejecting, setRejecting] = useState(false);
  const places = placesOf(claim).length;
  if (!rejecting)
    return (
      <div className="recheck__ways">
        <Button
          size="small"
          icon="check"
          aria-disabled={places === 0 || undefined}
          title={places === 0 ? words('no-place') : undefined}
          onClick={() => places > 0 && actions.acceptCorrection(claim.id)}
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
