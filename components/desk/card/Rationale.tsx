'use client';
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import type { Claim } from '@/core/claim/claim';
import { useDeskCommands } from '../state/use-desk';
import { GrowingText } from './GrowingText';
import { Markdown } from './Markdown';
import { toggleSigns } from './markdown-keys';
import { SaveMark } from './SaveMark';
import { Troubles } from './Troubles';
import { useAfterPress } from './use-after-press';
import { useFocusRequest } from './use-focus-request';

/** Why the verdict is what it is: Markdown while it is written, drawn when it is not. */
export function Rationale({ claim, editable }: { claim: Claim; editable: boolean }) {
  const words = useTranslations('desk.card');
  const { changeClaim, flush } = useDeskCommands();
  const [writing, setWriting] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const text = claim.rationale ?? '';
  const open = editable && (writing || text === '');
  const [asked, setAsked] = useState(0);
  const afterPress = useAfterPress();
  const write = () => {
    setWriting(true);
    setAsked((times) => times + 1);
  };
  useLayoutEffect(() => {
    if (asked === 0 || !area.current) return;
    area.current.focus({ preventScroll: true });
    area.current.setSelectionRange(area.current.value.length, area.current.value.length);
  }, [asked]);
  useFocusRequest('rationale', write);
  if (!editable && text === '') return null;
  return (
    <section className="rationale">
      <div className="field__head">
        {open ? (
          <label className="label" htmlFor={id}>
            {words('rationale')}
          </label>
        ) : (
          <h3 className="label">{words('rationale')}</h3>
        )}
        <SaveMark recordId={claim.id} field="rationale" />
        {editable && !open && (
          <Button kind="quiet" size="small" icon="pen" label={words('edit-rationale')} data-next="" onClick={write} />
        )}
      </div>
      {open ? (
        <GrowingText
          id={id}
          ref={area}
          data-next=""
          placeholder={words('rationale-hint')}
          value={text}
          onFocus={() => setWriting(true)}
          onChange={({ target }) => changeClaim(claim.id, { rationale: target.value || null })}
          onBlur={() => {
            flush(claim.id, 'rationale');
            afterPress(() => setWriting(area.current !== null && area.current === document.activeElement));
          }}
          onKeyDown={onMarkdownKey}
        />
      ) : (
        // A press on the words is a shortcut for the button beside the label, which the keyboard has.
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <div
          className="rationale__shown"
          data-editable={editable ? '' : undefined}
          onClick={(event) => {
            const selecting = !getSelection()?.isCollapsed;
            if (editable && !selecting && !(event.target as Element).closest('a')) write();
          }}
        >
          <Markdown text={text} />
        </div>
      )}
      <Troubles recordId={claim.id} fields={['rationale']} />
    </section>
  );
}

/** Ctrl/Cmd-B and I. */
export function onMarkdownKey(event: KeyboardEvent<HTMLTextAreaElement>) {
  const signs = { b: '**', i: '*' }[event.key.toLowerCase()];
  if (!signs || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  toggleSigns(event.currentTarget, signs);
}
