'use client';
import { useId } from 'react';
import { Glyph } from '@/components/ui/Glyph';
import type { Verdict } from '@/core/claim/scale';
import { useFocusRequest } from '../use-focus-request';

/** One verdict out of the scale, for something that is sent as a whole: choosing changes nothing for anybody yet. */
export function VerdictChoice({
  legend,
  verdicts,
  chosen,
  error,
  onChoose,
}: {
  legend: string;
  verdicts: readonly Verdict[];
  chosen: string;
  error: string | undefined;
  onChoose: (key: string) => void;
}) {
  const id = useId();
  const definition = verdicts.find(({ key }) => key === chosen)?.definition;
  useFocusRequest('verdict', () =>
    document.querySelector<HTMLElement>(`[name="${id}"]:checked, [name="${id}"]`)?.focus(),
  );
  return (
    <fieldset className="choice-verdict" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="label">{legend}</legend>
      <div className="verdicts">
        {verdicts.map(({ key, label, glyph, colour }) => (
          <label key={key} className="verdicts__one" data-colour={colour}>
            <input type="radio" name={id} value={key} checked={key === chosen} onChange={() => onChoose(key)} />
            <Glyph name={glyph} />
            {label}
          </label>
        ))}
      </div>
      {definition && <p className="help">{definition}</p>}
      {error && (
        <p className="field__error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
