'use client';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Kbd } from '@/components/ui/Kbd';
import type { Claim } from '@/core/claim/claim';
import { useDeskActions } from '../actions';
import { useDesk, useDeskCommands } from '../state/use-desk';
import { CorrectionDecision } from './CorrectionDecision';
import { GrowingText } from './GrowingText';
import { SaveMark } from './SaveMark';
import { Troubles } from './Troubles';
import { useAfterPress } from './use-after-press';
import { useFocusRequest } from './use-focus-request';

/** The wording that would be right, as a proposal: the article's own words struck, the new ones after them. */
export function Correction({ claim, editable }: { claim: Claim; editable: boolean }) {
  const words = useTranslations('desk.card');
  const { changeClaim, flush } = useDeskCommands();
  const language = useDesk((desk) => desk.article.language);
  const [writing, setWriting] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const exact =
    (claim.anchors.find(({ current }) => current !== null) ?? claim.anchors[0])?.current ??
    claim.anchors[0]?.exact ??
    '';
  const actions = useDeskActions();
  const { correction } = claim;
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
  useFocusRequest('correction', () => editable && write());

  if (!writing && correction === null) {
    if (!editable) return null;
    return (
      <section className="correction">
        <Button kind="quiet" size="small" icon="pen" className="correction__start" data-next="" onClick={write}>
          {words('propose')}
          <Kbd silent>F</Kbd>
        </Button>
        <SaveMark recordId={claim.id} field="correction" />
        <Troubles recordId={claim.id} fields={['correction']} />
      </section>
    );
  }
  return (
    <section className="correction">
      <div className="field__head">
        {writing ? (
          <label className="label" htmlFor={id}>
            {words('correction')}
          </label>
        ) : (
          <h3 className="label">{words('correction')}</h3>
        )}
        <SaveMark recordId={claim.id} field="correction" />
        {editable && !writing && (
          <Button kind="quiet" size="small" icon="pen" label={words('edit-correction')} data-next="" onClick={write} />
        )}
      </div>
      {writing ? (
        <GrowingText
          id={id}
          ref={area}
          data-next=""
          lang={language}
          placeholder={words('correction-hint')}
          value={correction ?? ''}
          onChange={({ target }) => changeClaim(claim.id, { correction: target.value === '' ? null : target.value })}
          onBlur={() => {
            flush(claim.id, 'correction');
            afterPress(() => setWriting(area.current !== null && area.current === document.activeElement));
          }}
        />
      ) : (
        <p className="correction__shown" lang={language} dir="auto">
          <del className="edit-del">{exact}</del> <ins className="edit-ins">{correction}</ins>
        </p>
      )}
      {!writing && correction !== null && actions.allowed('text.change') && <CorrectionDecision claim={claim} />}
      <Troubles recordId={claim.id} fields={['correction']} />
    </section>
  );
}
