'use client';
import { useTranslations } from 'use-intl';
import { SelectField, TextField } from '@/components/ui/Field';
import type { Claim } from '@/core/claim/claim';
import { type Severity, severities } from '@/core/claim/vocabulary';
import { useDeskCommands } from '../state/use-desk';
import { SaveMark } from './SaveMark';
import { Troubles } from './Troubles';

/** How grave a mistake here would be, and who is quoted as saying it. */
export function Particulars({ claim, editable }: { claim: Claim; editable: boolean }) {
  const words = useTranslations('desk.card');
  const { changeClaim, flush } = useDeskCommands();
  if (!editable) {
    const { severity, attributedTo } = claim;
    if (!severity && !attributedTo) return null;
    return (
      <dl className="particulars particulars--read">
        {severity && (
          <div>
            <dt className="label">{words('severity')}</dt>
            <dd>{words(`severities.${severity}`)}</dd>
          </div>
        )}
        {attributedTo && (
          <div>
            <dt className="label">{words('said-by')}</dt>
            <dd dir="auto">{attributedTo}</dd>
          </div>
        )}
      </dl>
    );
  }
  return (
    <section className="particulars">
      <SelectField
        label={words('severity')}
        aside={<SaveMark recordId={claim.id} field="severity" />}
        value={claim.severity ?? ''}
        options={[
          { value: '', label: words('severities.none') },
          ...severities.map((value) => ({ value, label: words(`severities.${value}`) })),
        ]}
        onChange={({ target }) => changeClaim(claim.id, { severity: (target.value || null) as Severity | null })}
      />
      <TextField
        label={words('said-by')}
        aside={<SaveMark recordId={claim.id} field="attributedTo" />}
        dir="auto"
        maxLength={500}
        autoComplete="off"
        data-next=""
        placeholder={words('said-by-hint')}
        value={claim.attributedTo ?? ''}
        onChange={({ target }) => changeClaim(claim.id, { attributedTo: target.value || null })}
        onBlur={() => flush(claim.id, 'attributedTo')}
      />
      <Troubles recordId={claim.id} fields={['severity', 'attributedTo']} />
    </section>
  );
}
