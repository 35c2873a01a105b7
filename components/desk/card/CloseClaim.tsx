'use client';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { useToast } from '@/components/ui/Toast';
import type { Claim } from '@/core/claim/claim';
import { useDeskCommands } from '../state/use-desk';
import { GrowingText } from './GrowingText';

/** Closes a claim whose words are gone for good, saying why. Its record stays. */
export function CloseClaim({ claim }: { claim: Claim }) {
  const words = useTranslations('desk.lost');
  const { closeClaim } = useDeskCommands();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [error, setError] = useState(false);
  if (!open)
    return (
      <Button size="small" kind="quiet" onClick={() => setOpen(true)}>
        {words('close')}
      </Button>
    );
  const close = (event: FormEvent) => {
    event.preventDefault();
    if (!reason.trim()) return setError(true);
    const done = closeClaim(claim.id, reason.trim());
    toast(words('closed'), { undo: done.undo });
  };
  return (
    <form className="close-claim" onSubmit={close}>
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
        <Button size="small" onClick={() => setOpen(false)}>
          {words('keep')}
        </Button>
        <Button size="small" kind="main" type="submit">
          {words('close')}
        </Button>
      </div>
    </form>
  );
}
