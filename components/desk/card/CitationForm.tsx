'use client';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Field, TextField } from '@/components/ui/Field';
import { Icon } from '@/components/ui/Icon';
import type { Citation } from '@/core/source/source';
import { locatorOfKind, stances } from '@/core/source/vocabulary';
import { useDeskCommands } from '../state/use-desk';
import { GrowingText } from './GrowingText';
import { SaveMark } from './SaveMark';
import { stanceIcons } from './source-words';

/** What the source says about the claim, field by field; each saves itself. */
export function CitationForm({
  citation,
  onClose,
  onRemove,
}: {
  citation: Citation;
  onClose: () => void;
  onRemove: () => void;
}) {
  const words = useTranslations('desk.sources');
  const { changeCitation, flush } = useDeskCommands();
  const form = useRef<HTMLFieldSetElement>(null);
  const name = useId();
  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
  }, []);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    onClose();
  };
  const text = (field: 'quote' | 'locator' | 'note') => ({
    value: citation[field] ?? '',
    'data-next': '',
    onChange: ({ target }: { target: { value: string } }) =>
      changeCitation(citation.id, { [field]: target.value || null }),
    onBlur: () => flush(citation.id, field),
  });
  const mark = (field: string) => <SaveMark recordId={citation.id} field={field} />;
  return (
    <fieldset className="citation" ref={form} onKeyDown={onKey}>
      <legend className="sr">{citation.source.title}</legend>
      <fieldset className="citation__stances">
        <legend className="label">{words('stance-label')}</legend>
        {stances.map((stance) => (
          <label key={stance} className="stance" data-stance={stance}>
            <input
              type="radio"
              name={name}
              checked={citation.stance === stance}
              onChange={() => changeCitation(citation.id, { stance })}
            />
            <Icon name={stanceIcons[stance]} size={12} />
            {words(`stance.${stance}`)}
          </label>
        ))}
        {mark('stance')}
      </fieldset>
      <Field label={words('quote')} aside={mark('quote')}>
        {(control) => <GrowingText {...control} {...text('quote')} placeholder={words('quote-hint')} />}
      </Field>
      <div className="citation__row">
        <TextField
          label={words(`locators.${locatorOfKind[citation.source.kind]}`)}
          aside={mark('locator')}
          dir="auto"
          placeholder={words(`locator-hints.${locatorOfKind[citation.source.kind]}`)}
          {...text('locator')}
        />
        <TextField
          label={words('consulted')}
          aside={mark('accessedAt')}
          type="date"
          value={citation.accessedAt?.slice(0, 10) ?? ''}
          help={citation.accessedAt === null ? words('not-consulted') : undefined}
          onChange={({ target }) =>
            target.value && changeCitation(citation.id, { accessedAt: `${target.value}T12:00:00.000Z` })
          }
          onBlur={() => flush(citation.id, 'accessedAt')}
        />
      </div>
      <Field label={words('note')} aside={mark('note')}>
        {(control) => <GrowingText {...control} {...text('note')} rows={1} />}
      </Field>
      <div className="citation__foot">
        <Button kind="quiet" size="small" icon="bin" onClick={onRemove}>
          {words('remove')}
        </Button>
        <Button size="small" onClick={onClose}>
          {words('done')}
        </Button>
      </div>
    </fieldset>
  );
}
