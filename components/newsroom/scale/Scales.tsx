'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { VerdictChip } from '@/components/ui/VerdictChip';
import type { Scale } from '@/core/claim/scale';
import type { Palette } from './palette';
import { ScaleEditor } from './ScaleEditor';

/** The newsroom's scales, each with its verdicts; an admin edits them and makes others. */
export function Scales({
  scales,
  palette,
  mayChange,
  defaultScale,
}: {
  scales: readonly Scale[];
  palette: Palette;
  mayChange: boolean;
  defaultScale: string;
}) {
  const words = useTranslations('newsroom.settings');
  const [editing, setEditing] = useState<Scale | 'new' | null>(null);
  return (
    <section className="section" id="scales">
      <div className="section__head">
        <h2>{words('scales')}</h2>
        {mayChange && (
          <Button size="small" icon="plus" onClick={() => setEditing('new')}>
            {words('new-scale')}
          </Button>
        )}
      </div>
      <p className="section__lead">{words('scales-text')}</p>
      <ul className="scales">
        {scales.map((scale) => (
          <li key={scale.id} className="scale">
            <div className="section__head">
              <h3 dir="auto">
                {scale.name} {scale.id === defaultScale && <span className="badge">{words('is-default')}</span>}
              </h3>
              {mayChange && (
                <Button
                  kind="quiet"
                  size="small"
                  aria-label={words('edit-scale', { name: scale.name })}
                  onClick={() => setEditing(scale)}
                >
                  {words('edit')}
                </Button>
              )}
            </div>
            {scale.verdicts.length === 0 ? (
              <p className="section__none">{words('no-verdicts')}</p>
            ) : (
              <ul className="scale__verdicts">
                {scale.verdicts.map((verdict) => (
                  <li key={verdict.key} title={verdict.definition}>
                    <VerdictChip verdict={verdict} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {editing && (
        <ScaleEditor
          key={editing === 'new' ? 'new' : editing.id}
          scale={editing === 'new' ? null : editing}
          deletable={editing !== 'new' && editing.id !== defaultScale}
          palette={palette}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}
