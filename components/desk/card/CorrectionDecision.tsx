'use client';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { useToast } from '@/components/ui/Toast';
import type { Claim } from '@/core/claim/claim';
import { useDeskActions } from '../actions';
import { placesOf } from '../places';
import { useDeskCommands } from '../state/use-desk';
import { GrowingText } from './GrowingText';

/** What an editor does with a proposed wording: puts it into the text, or turns it down and says why. */
export function CorrectionDecision({ claim }: { claim: Claim }) {
  const words = useTranslations('desk.correction');
  const { rejectCorrection } = useDeskCommands();
  const actions = useDeskActions();
  const toast = useToast();
  const [rejecting, setRejecting] = useState(false);
  const [reason, setReason] = useState('');
  const [error, setError] = useState(false);
  const places = placesOf(claim).length;
  if (!rejecting)
    return (
      <div className="recheck__ways">
        <Button
          kind="main"
          size="small"
          aria-disabled={places === 0 || undefined}
          title={places === 0 ? words('no-place') : undefined}
          onClick={() => places > 0 && actions.acceptCorrection(claim.id)}
        >
          {words('accept', { places })}
        </Button>
        <Button size="small" onClick={() => setRejecting(true)}>
          {words('reject')}
        </Button>
      </div>
    );
  const reject = (event: FormEvent) => {
    event.preventDefault();
    if (!reason.trim()) return setError(true);
    rejectCorrection(claim.id, reason.trim());
    toast(words('rejected'));
  };
  return (
    <form className="close-claim" onSubmit={reject}>
      <Field label={words('reason')} error={error ? words('reason-needed') : undefined}>
        {(control) => (
          <GrowingText
            {...control}
            autoFocus
            value={reason}
            maxLength={10_000}
            placeholder={words('reason-hint')}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <div className="recheck__ways">
        <Button size="small" onClick={() => setRejecting(false)}>
          {words('keep')}
        </Button>
        <Button size="small" kind="main" type="submit">
          {words('reject')}
        </Button>
      </div>
    </form>
  );
}
