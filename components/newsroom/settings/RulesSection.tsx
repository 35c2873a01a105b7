'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FieldMark } from '@/components/interface/use-saved-record';
import { FieldConflict, SaveState } from '@/components/ui/SaveState';
import { VerdictChip } from '@/components/ui/VerdictChip';
import type { Scale } from '@/core/claim/scale';
import { type Rules, type SourceNeed, sourceNeeds } from '@/core/newsroom/rules';
import './rules.css';

const severities = ['critical', 'major', 'minor', 'unset'] as const;
/** As many as the rules allow. */
const counts = [1, 2, 3, 4, 5] as const;

interface Props {
  rules: Rules;
  scales: readonly Scale[];
  /** How many people here may approve. */
  able: number;
  /** Absent for those who may read the rules and not change them. */
  saving?: { mark: FieldMark; set: (patch: Partial<Rules>) => void; resolve: (choice: 'mine' | 'theirs') => void };
}

/** What the newsroom asks of its own work: who approves, how many of them, and what a verdict must stand on. */
export function RulesSection({ rules, scales, able, saving }: Props) {
  const words = useTranslations('newsroom.rules');
  const [touched, setTouched] = useState(false);
  const set = saving && {
    ...saving,
    set: (patch: Partial<Rules>) => {
      setTouched(true);
      saving.set(patch);
    },
  };
  const short = severities.some((severity) => rules.approvers[severity] > able);
  return (
    <section className="section rules" id="rules">
      <div className="section__head">
        <h2>{words('title')}</h2>
        {saving && <SaveState mark={saving.mark} untouched={!touched} />}
      </div>
      <p className="section__lead">{words(saving ? 'lead' : 'lead-read')}</p>
      {saving?.mark.state === 'conflict' && <FieldConflict theirs={words('theirs')} onResolve={saving.resolve} />}
      {saving?.mark.state === 'refused' && <p className="field__error">{saving.mark.refused}</p>}
      <Switch name="secondPerson" on={rules.secondPerson} onChange={set && ((on) => set.set({ secondPerson: on }))} />
      <Switch name="fullCoverage" on={rules.fullCoverage} onChange={set && ((on) => set.set({ fullCoverage: on }))} />
      <Switch name="twoFactor" on={rules.twoFactor} onChange={set && ((on) => set.set({ twoFactor: on }))} />
      <fieldset className="rules__group">
        <legend>{words('approvers')}</legend>
        <p className="help">{words('approvers-text')}</p>
        <ul className="rules__counts">
          {severities.map((severity) => (
            <li key={severity}>
              <Chosen
                label={words(`severity.${severity}`)}
                value={String(rules.approvers[severity])}
                options={counts.map((count) => ({ value: String(count), label: words('people', { count }) }))}
                onChange={set && ((count) => set.set({ approvers: { ...rules.approvers, [severity]: Number(count) } }))}
              />
            </li>
          ))}
        </ul>
        {short && <p className="help rules__short">{words('too-few', { able })}</p>}
      </fieldset>
      <fieldset className="rules__group">
        <legend>{words('sources')}</legend>
        <p className="help">{words('sources-text')}</p>
        {scales
          .filter(({ verdicts }) => verdicts.length > 0)
          .map((scale) => (
            <details key={scale.id} className="rules__scale" open={scale.id === rules.defaultScale || undefined}>
              <summary dir="auto">{scale.name}</summary>
              <ul>
                {scale.verdicts.map((verdict) => (
                  <li key={verdict.key}>
                    <VerdictChip verdict={verdict} />
                    <Chosen
                      label={words('needs', { verdict: verdict.label, scale: scale.name })}
                      quiet
                      value={rules.sources[scale.id]?.[verdict.key] ?? 'none'}
                      options={sourceNeeds.map((need) => ({ value: need, label: words(`need.${need}`) }))}
                      onChange={set && ((need) => set.set({ sources: needing(rules, scale.id, verdict.key, need) }))}
                    />
                  </li>
                ))}
              </ul>
            </details>
          ))}
      </fieldset>
    </section>
  );
}

/** The sources asked for, with one verdict's changed; a verdict that needs none is not named. */
function needing({ sources }: Rules, scale: string, verdict: string, need: string): Rules['sources'] {
  const { [verdict]: _, ...others } = sources[scale] ?? {};
  return { ...sources, [scale]: need === 'none' ? others : { ...others, [verdict]: need as SourceNeed } };
}

function Switch({
  name,
  on,
  onChange,
}: {
  name: 'secondPerson' | 'fullCoverage' | 'twoFactor';
  on: boolean;
  onChange?: ((on: boolean) => void) | undefined;
}) {
  const words = useTranslations('newsroom.rules');
  const help = useId();
  return (
    <div className="setting">
      {onChange ? (
        <label className="check">
          <input
            type="checkbox"
            checked={on}
            aria-describedby={help}
            onChange={({ target }) => onChange(target.checked)}
          />
          {words(name)}
        </label>
      ) : (
        <p>
          <b>{words(name)}</b> {words(on ? 'on' : 'off')}
        </p>
      )}
      <p className="help" id={help}>
        {words(`${name}-text`)}
      </p>
    </div>
  );
}

/** One of a few; in words alone for those who may not choose. `quiet`: its label is for screen readers, the eye sees what it is of. */
function Chosen({
  label,
  value,
  options,
  quiet = false,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  quiet?: boolean;
  onChange?: ((value: string) => void) | undefined;
}) {
  const id = useId();
  if (!onChange)
    return (
      <span className="rules__chosen">
        {!quiet && <span>{label}</span>}
        <b>{options.find((option) => option.value === value)?.label}</b>
      </span>
    );
  return (
    <span className="rules__chosen">
      {!quiet && <label htmlFor={id}>{label}</label>}
      <select
        id={id}
        className="input"
        aria-label={quiet ? label : undefined}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
