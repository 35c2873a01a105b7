'use client';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { useToast } from '@/components/ui/Toast';
import type { Check } from '@/core/claim/check';
import type { Claim } from '@/core/claim/claim';
import { may, mayOpen } from '@/core/newsroom/rights';
import { useDesk, useDeskCommands } from '../../state/use-desk';
import { GrowingText } from '../GrowingText';
import { useKeptDraft } from '../use-kept-draft';
import { VerdictChoice } from './VerdictChoice';

/** Which verdict stands, and why: for an editor, who is not one of the two where there is another. Others read that one decides. */
export function DecideForm({ claim, check }: { claim: Claim; check: Check }) {
  const words = useTranslations('desk.second');
  const { decideCheck } = useDeskCommands();
  const toast = useToast();
  const verdicts = useDesk((desk) => desk.scale.verdicts);
  const people = useDesk((desk) => desk.people);
  const article = useDesk((desk) => desk.article);
  const me = useDesk((desk) => desk.me);
  const reason = useKeptDraft(`decide ${claim.id}`);
  const [verdict, setVerdict] = useState('');
  const [tried, setTried] = useState(false);
  const isOneOfTwo = (id: string) => id === check.checkerId || id === check.firstBy;
  const another = people.some(
    ({ id, role, active }) => active && may(role, 'check.decide') && !isOneOfTwo(id) && mayOpen(id, article),
  );
  if (!may(me.role, 'check.decide') || (isOneOfTwo(me.id) && another))
    return <p className="help">{words('editor-decides')}</p>;
  const decide = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (verdict === '' || !reason.text.trim()) return;
    decideCheck(claim.id, verdict, reason.text.trim());
    reason.clear();
    toast(words('was-decided'));
  };
  return (
    <form className="second__form" onSubmit={decide}>
      <VerdictChoice
        legend={words('which-stands')}
        verdicts={verdicts}
        chosen={verdict}
        error={tried && verdict === '' ? words('verdict-needed') : undefined}
        onChoose={setVerdict}
      />
      <Field label={words('why')} error={tried && !reason.text.trim() ? words('why-needed') : undefined}>
        {(control) => (
          <GrowingText
            {...control}
            value={reason.text}
            maxLength={10_000}
            placeholder={words('why-hint')}
            onChange={({ target }) => reason.write(target.value)}
          />
        )}
      </Field>
      <div className="second__ways">
        <p className="help">{words('decide-note')}</p>
        <Button kind="main" size="small" type="submit">
          {words('decide')}
        </Button>
      </div>
    </form>
  );
}
