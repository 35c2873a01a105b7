'use client';

import { useTranslations } from 'use-intl';
import type { SavedRecord } from '@/components/interface/use-saved-record';
import { SavedField, SavedSelect } from '@/components/ui/SavedField';
import { channels, type DetailField, detailsOfKind } from '@/core/source/vocabulary';
import type { SourceFields } from './source-fields';

/** The fields that only this kind of source has; each saves itself. */
export function KindFields({
  saved,
  fixed,
}: {
  saved: Pick<SavedRecord<SourceFields>, 'shown' | 'markOf' | 'set' | 'resolve'>;
  fixed: boolean;
}) {
  const words = useTranslations('sources');
  const { shown, markOf, set, resolve } = saved;
  const common = (field: DetailField) =>
    ({
      label: words(`details-of.${field}`),
      mark: markOf(`details.${field}`),
      disabled: fixed,
      onResolve: (choice: 'mine' | 'theirs') => resolve(`details.${field}`, choice),
    }) as const;
  return (
    <>
      {detailsOfKind[shown.kind].map((field) => {
        const value = shown[`details.${field}`] ?? null;
        if (field === 'consent')
          return (
            <SavedSelect
              key={field}
              {...common(field)}
              help={words('details-of.consent-help')}
              value={value === null ? '' : String(value)}
              options={['', 'true', 'false'].map((one) => ({
                value: one,
                label: words(`consent.${one || 'unasked'}`),
              }))}
              onSave={(said) => set('details.consent', said === '' ? null : said === 'true')}
            />
          );
        if (field === 'channel')
          return (
            <SavedSelect
              key={field}
              {...common(field)}
              value={String(value ?? '')}
              options={[
                { value: '', label: words('tier.none') },
                ...channels.map((one) => ({ value: one, label: words(`channels.${one}`) })),
              ]}
              onSave={(said) => set('details.channel', said || null)}
            />
          );
        return (
          <SavedField
            key={field}
            {...common(field)}
            help={field === 'contact' ? words('fields.note-help') : undefined}
            value={String(value ?? '')}
            maxLength={500}
            onSave={(said) => set(`details.${field}`, said.trim() || null)}
          />
        );
      })}
    </>
  );
}
