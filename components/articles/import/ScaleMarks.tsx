'use client';

import { useTranslations } from 'use-intl';
import { Glyph } from '@/components/ui/Glyph';
import type { Verdict } from '@/core/claim/scale';

/** The verdicts of a scale with what each means, so that a scale is chosen knowing them. */
export function ScaleMarks({ verdicts }: { verdicts: readonly Verdict[] }) {
  const words = useTranslations('articles.preview');
  if (verdicts.length === 0) return <p className="help">{words('no-verdicts')}</p>;
  return (
    <ul className="scale-marks" aria-label={words('marks')}>
      {verdicts.map((verdict) => (
        <li key={verdict.key} data-colour={verdict.colour}>
          <Glyph name={verdict.glyph} size={12} />
          <span>
            <b>{verdict.label}</b> {verdict.definition}
          </span>
        </li>
      ))}
    </ul>
  );
}
