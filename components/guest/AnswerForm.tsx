'use client';
import { type FormEvent, type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Difference } from '@/components/desk/Difference';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import type { KeptAnswer } from './use-answer-draft';

/** Where an answer is written, with the wording that the guest would rather read where there is one. */
export function AnswerForm({
  answer,
  words: exact,
  language,
  label,
  sending,
  refused,
  onSend,
  onLeave,
}: {
  answer: KeptAnswer;
  /** The words in question, as they stand now. */
  words: string;
  language: string;
  label: string;
  sending: boolean;
  /** Why the last try was refused; null where it was not. */
  refused: string | null;
  onSend: () => void;
  /** Where the form can be folded away. */
  onLeave: (() => void) | null;
}) {
  const words = useTranslations('guest');
  const { draft, written, kept, write } = answer;
  const [asked, setAsked] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const empty = draft.body.trim() === '';
  const same = draft.proposal !== null && (draft.proposal.trim() === '' || draft.proposal === exact);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setAsked(true);
    if (empty) return area.current?.focus();
    if (same) return document.getElementById(`${id}-wording`)?.focus();
    if (!sending) onSend();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    submit();
  };
  return (
    <form className="answer" onSubmit={submit} noValidate>
      <Field label={label} error={asked && empty ? words('empty') : undefined}>
        {(control) => (
          <textarea
            {...control}
            ref={area}
            className="input input--grows"
            dir="auto"
            rows={3}
            maxLength={20_000}
            data-answer=""
            value={draft.body}
            onChange={({ target }) => write({ body: target.value })}
            onKeyDown={onKey}
          />
        )}
      </Field>
      {draft.proposal === null ? (
        <Button
          kind="quiet"
          size="small"
          icon="pen"
          className="answer__propose"
          onClick={() => write({ proposal: exact })}
        >
          {words('propose')}
        </Button>
      ) : (
        <Wording
          id={`${id}-wording`}
          exact={exact}
          proposal={draft.proposal}
          language={language}
          error={asked && same ? words('wording-same') : undefined}
          onWrite={(proposal) => write({ proposal })}
          onKey={onKey}
        />
      )}
      {refused && <Notice kind="error">{refused}</Notice>}
      <div className="answer__foot">
        <span className="help">{written && words(kept ? 'kept' : 'not-kept')}</span>
        {onLeave && (
          <Button kind="quiet" onClick={onLeave}>
            {words('let-go')}
          </Button>
        )}
        <Button kind="main" type="submit" aria-disabled={sending || undefined}>
          {words(sending ? 'sending' : 'send')}
        </Button>
      </div>
    </form>
  );
}

/** The wording as it should read, and what of the words that changes. */
function Wording({
  id,
  exact,
  proposal,
  language,
  error,
  onWrite,
  onKey,
}: {
  id: string;
  exact: string;
  proposal: string;
  language: string;
  error: string | undefined;
  onWrite: (proposal: string | null) => void;
  onKey: (event: KeyboardEvent) => void;
}) {
  const words = useTranslations('guest');
  const area = useRef<HTMLTextAreaElement>(null);
  const begun = useRef(proposal === exact);
  // Who asked for it just now goes on in it; a kept one stands there and waits.
  useLayoutEffect(() => {
    if (!begun.current) return;
    area.current?.focus();
    area.current?.setSelectionRange(area.current.value.length, area.current.value.length);
  }, []);
  return (
    <div className="answer__wording">
      <div className="field">
        <div className="field__head">
          <label className="label" htmlFor={id}>
            {words('wording')}
          </label>
          <Button kind="quiet" size="small" aria-label={words('wording-back-label')} onClick={() => onWrite(null)}>
            {words('wording-back')}
          </Button>
        </div>
        <textarea
          id={id}
          ref={area}
          className="input input--grows answer__words"
          lang={language}
          dir="auto"
          rows={2}
          maxLength={10_000}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-help`}
          value={proposal}
          onChange={({ target }) => onWrite(target.value)}
          onKeyDown={onKey}
        />
        <p className={error ? 'help help--bad' : 'help'} id={`${id}-help`} role={error ? 'alert' : undefined}>
          {error ?? words('wording-help')}
        </p>
      </div>
      {proposal !== exact && proposal.trim() !== '' && (
        <p className="answer__difference" lang={language} dir="auto">
          <span className="sr">{words('as-changed')} </span>
          <Difference first={exact} second={proposal} />
        </p>
      )}
    </div>
  );
}
