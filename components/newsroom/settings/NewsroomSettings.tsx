'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useSavedRecord } from '@/components/interface/use-saved-record';
import { SavedField, SavedSelect } from '@/components/ui/SavedField';
import type { Scale } from '@/core/claim/scale';
import type { Newsroom } from '@/core/newsroom/person';
import { newsroom as calls } from '../newsroom-calls';
import { RulesSection } from './RulesSection';

/** The newsroom's name, its scale for new articles, and its rules. */
export function NewsroomSettings({
  newsroom,
  scales,
  able,
}: {
  newsroom: Newsroom;
  scales: readonly Scale[];
  /** How many people here may approve. */
  able: number;
}) {
  const words = useTranslations('newsroom.settings');
  const change = useCallback(
    (revision: number, { name, rules }: Partial<Newsroom>) =>
      calls.change(revision, { ...(name !== undefined && { name: name.trim() }), ...(rules && { rules }) }),
    [],
  );
  const { shown, markOf, set, resolve } = useSavedRecord(newsroom, 'stet.kept.newsroom', change);
  return (
    <>
      <section className="section" id="newsroom">
        <h2>{words('newsroom')}</h2>
        <div className="pair">
          <SavedField
            label={words('newsroom-name')}
            value={shown.name}
            mark={markOf('name')}
            missing={words('newsroom-name-missing')}
            maxLength={120}
            onSave={(name) => set('name', name)}
            onResolve={(choice) => resolve('name', choice)}
          />
          <SavedSelect
            label={words('default-scale')}
            help={words('default-scale-help')}
            value={shown.rules.defaultScale}
            mark={markOf('rules')}
            options={scales.map(({ id, name }) => ({ value: id, label: name }))}
            onSave={(defaultScale) => set('rules', { ...shown.rules, defaultScale })}
            onResolve={(choice) => resolve('rules', choice)}
          />
        </div>
      </section>
      <RulesSection
        rules={shown.rules}
        scales={scales}
        able={able}
        saving={{
          mark: markOf('rules'),
          set: (patch) => set('rules', { ...shown.rules, ...patch }),
          resolve: (choice) => resolve('rules', choice),
        }}
      />
    </>
  );
}
