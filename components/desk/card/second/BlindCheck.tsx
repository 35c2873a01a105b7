'use client';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Icon } from '@/components/ui/Icon';
import { useToast } from '@/components/ui/Toast';
import type { Claim } from '@/core/claim/claim';
import { saveOf } from '../../state/desk-state';
import { useDesk, useDeskCommands } from '../../state/use-desk';
import { GrowingText } from '../GrowingText';
import { onMarkdownKey } from '../Rationale';
import { SaveMark } from '../SaveMark';
import { Troubles } from '../Troubles';
import { useKeptDraft } from '../use-kept-draft';
import { VerdictChoice } from './VerdictChoice';
import './second.css';

/** The card of a claim that this person judges without seeing the first check: what is hidden, their verdict and why, and giving it. */
export default function BlindCheck({ claim }: { claim: Claim }) {
  const words = useTranslations('desk.second');
  const { giveCheck } = useDeskCommands();
  const toast = useToast();
  const verdicts = useDesk((desk) => desk.scale.verdicts);
  const save = useDesk((desk) => saveOf(desk, claim.id, 'check').state);
  const verdict = useKeptDraft(`check-verdict ${claim.id}`);
  const reasons = useKeptDraft(`check ${claim.id}`);
  const [missing, setMissing] = useState(false);
  const sent = save === 'saving' || save === 'waiting';
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (verdict.text === '') return setMissing(true);
    giveCheck(claim.id, verdict.text, reasons.text.trim() || null);
    verdict.clear();
    reasons.clear();
    toast(words('given'));
  };
  return (
    <section className="second second--blind" aria-labelledby={`second-${claim.id}`}>
      <h3 className="second__title" id={`second-${claim.id}`}>
        <Icon name="people" />
        {words('blind-title')}
        <SaveMark recordId={claim.id} field="check" />
      </h3>
      <p className="help">{words('blind-text')}</p>
      <Troubles recordId={claim.id} fields={['check']} />
      {sent ? (
        <p role="status">{words('on-its-way')}</p>
      ) : (
        <form className="second__form" onSubmit={give}>
          <VerdictChoice
            legend={words('your-verdict')}
            verdicts={verdicts}
            chosen={verdict.text}
            error={missing && verdict.text === '' ? words('verdict-needed') : undefined}
            onChoose={verdict.write}
          />
          <Field label={words('your-reasons')}>
            {(control) => (
              <GrowingText
                {...control}
                value={reasons.text}
                maxLength={100_000}
                placeholder={words('your-reasons-hint')}
                onChange={({ target }) => reasons.write(target.value)}
                onKeyDown={onMarkdownKey}
              />
            )}
          </Field>
          <div className="second__ways">
            <p className="help">{words('once')}</p>
            <Button kind="main" size="small" type="submit">
              {words('give')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
