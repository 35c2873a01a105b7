'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { GrowingText } from './GrowingText';
import './recheck.css';

/** Asks why, before something is closed or turned down: without a word it helps nobody who reads the record. */
export function ReasonForm({
  label,
  hint,
  needed,
  keep,
  act,
  onKeep,
  onReason,
}: {
  label: string;
  hint: string;
  /** What is said when nothing was written. */
  needed: string;
  /** The way back, and what is done, by their results. */
  keep: string;
  act: string;
  onKeep: () => void;
  onReason: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) onReason(reason.trim());
    else setError(true);
  };
  return (
    <form className="reason" onSubmit={send}>
      <Field label={label} error={error ? needed : undefined}>
        {(control) => (
          <GrowingText
            {...control}
            autoFocus
            value={reason}
            maxLength={10_000}
            placeholder={hint}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <div className="recheck__ways">
        <Button size="small" onClick={onKeep}>
          {keep}
        </Button>
        <Button size="small" kind="main" type="submit">
          {act}
        </Button>
      </div>
    </form>
  );
}
