'use client';

import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { sources } from '@/components/interface/operations';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { RadioGroup } from '@/components/ui/Choice';
import { Dialog } from '@/components/ui/Dialog';
import { TextArea, toFirstWrong } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import type { Source, SourceClaim } from '@/core/source/source';
import { type Standing, standings, worsens } from '@/core/source/vocabulary';

/** Says whether a source still carries what stands on it, and beforehand what follows. */
export function StandingDialog({
  source,
  claims,
  onClose,
  onSet,
}: {
  source: Source;
  claims: readonly SourceClaim[];
  onClose: () => void;
  onSet: (standing: Standing) => void;
}) {
  const words = useTranslations('sources.stands');
  const form = useId();
  const { sending, refused, send } = useSending();
  const [standing, setStanding] = useState<Standing>(source.standing === 'sound' ? 'fallen' : source.standing);
  const [reason, setReason] = useState(source.standingReason ?? '');
  const [missing, setMissing] = useState(false);
  const relying = new Set(claims.filter(({ stance }) => stance !== 'context').map(({ claimId }) => claimId)).size;

  const set = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const lacks = standing !== 'sound' && reason.trim() === '';
    setMissing(lacks);
    if (lacks) return toFirstWrong(event.currentTarget);
    const said = { standing, reason: reason.trim() || null };
    if (await send(() => sources.setStanding(source.id, source.revision, said))) onSet(standing);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words('title')}
      foot={
        <>
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button kind="main" type="submit" form={form} disabled={sending}>
            {words(`set.${standing}`)}
          </Button>
        </>
      }
    >
      <form id={form} className="source-dialog" onSubmit={set} noValidate>
        <p dir="auto">
          <b>{source.title}</b>
        </p>
        <RadioGroup
          legend={words('label')}
          name="standing"
          value={standing}
          options={standings.map((value) => ({ value, label: words(value), help: words(`help.${value}`) }))}
          onChange={setStanding}
        />
        <TextArea
          label={words(standing === 'sound' ? 'reason-may' : 'reason')}
          value={reason}
          maxLength={2000}
          rows={3}
          dir="auto"
          error={missing ? words('reason-missing') : undefined}
          onChange={({ target }) => setReason(target.value)}
        />
        <p className="help" role="status">
          {worsens(source.standing, standing) ? words('follows', { count: relying }) : words('follows-nothing')}
        </p>
        {refused && <Notice kind="error">{refused}</Notice>}
      </form>
    </Dialog>
  );
}
