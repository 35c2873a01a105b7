'use client';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { useToast } from '@/components/ui/Toast';
import type { Claim } from '@/core/claim/claim';
import { useDeskActions } from '../actions';
import { useDeskCommands } from '../state/use-desk';
import { GrowingText } from './GrowingText';

/** Sends a claim back to its checker, with what is missing: a claim that comes back without a word helps nobody. */
export function SendBack({ claim, onDone }: { claim: Claim; onDone: () => void }) {
  const words = useTranslations('desk.foot');
  const { sendBack } = useDeskCommands();
  const actions = useDeskActions();
  const toast = useToast();
  const [note, setNote] = useState('');
  const [error, setError] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus({ preventScroll: true }), []);
  const leave = () => {
    onDone();
    actions.open(claim.id, { focus: 'card' });
  };
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (!note.trim()) {
      setError(true);
      area.current?.focus();
      return;
    }
    sendBack(claim.id, note.trim());
    toast(words('sent-back'));
    leave();
  };
  return (
    <form className="send-back" onSubmit={send}>
      <Field label={words('note')} error={error ? words('note-needed') : undefined}>
        {(control) => (
          <GrowingText
            {...control}
            ref={area}
            value={note}
            maxLength={10_000}
            placeholder={words('note-hint')}
            onChange={({ target }) => setNote(target.value)}
            onKeyDown={(event) => {
              const sends = event.key === 'Enter' && (event.metaKey || event.ctrlKey);
              if (!sends && event.key !== 'Escape') return;
              event.preventDefault();
              event.stopPropagation();
              if (sends) send();
              else leave();
            }}
          />
        )}
      </Field>
      <div className="send-back__foot">
        <Button size="small" onClick={leave}>
          {words('cancel')}
        </Button>
        <Button kind="main" size="small" type="submit">
          {words('send-back')}
        </Button>
      </div>
    </form>
  );
}
