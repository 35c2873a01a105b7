'use client';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Glyph } from '@/components/ui/Glyph';
import { Kbd } from '@/components/ui/Kbd';
import { VerdictChip } from '@/components/ui/VerdictChip';
import type { Claim } from '@/core/claim/claim';
import { useDeskActions } from '../actions';
import { useDesk } from '../state/use-desk';
import { SaveMark } from './SaveMark';
import { Troubles } from './Troubles';
import { useFocusRequest } from './use-focus-request';

/**
 * The scale's verdicts. Arrow keys move between them and say what each means; Space, Enter or the digit chooses, and choosing
 * the chosen one takes it away. Choosing is a change for all to see, so moving about does not choose.
 */
export function VerdictPicker({ claim, editable }: { claim: Claim; editable: boolean }) {
  const words = useTranslations('desk.card');
  const actions = useDeskActions();
  const verdicts = useDesk((desk) => desk.scale.verdicts);
  const group = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const id = useId();
  const chosen = verdicts.find((one) => one.key === claim.verdict);
  const shown = pointed ?? chosen?.key ?? null;
  const stale = claim.anchors.some(({ state }) => state === 'changed');
  const stop = chosen?.key ?? verdicts[0]?.key;
  useFocusRequest('verdict', () => group.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus());

  if (verdicts.length === 0) return <p className="help">{words('no-scale')}</p>;
  if (!editable)
    return (
      <section className="verdict-field" aria-label={words('verdict')}>
        {chosen ? <VerdictChip verdict={chosen} /> : <span className="help">{words('no-verdict-yet')}</span>}
        {chosen && <p className="help">{chosen.definition}</p>}
      </section>
    );

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.shiftKey || event.metaKey || event.ctrlKey || event.altKey) return;
    const radios = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')];
    const to = arrow(event.key, radios.indexOf(document.activeElement as HTMLElement), radios.length);
    if (to === null) return;
    event.preventDefault();
    radios[to]?.focus();
  };
  return (
    <section className="verdict-field">
      <h3 className="sr" id={`${id}-label`}>
        {words('verdict')}
      </h3>
      <div
        ref={group}
        className="verdicts"
        role="radiogroup"
        aria-labelledby={`${id}-label`}
        onKeyDown={move}
        onPointerLeave={() => setPointed(null)}
        onBlur={() => setPointed(null)}
      >
        {verdicts.map(({ key, label, glyph, colour }, index) => (
          // biome-ignore lint/a11y/useSemanticElements: an input chooses as the arrows move, and choosing here is a change for all
          <button
            key={key}
            type="button"
            role="radio"
            aria-checked={key === claim.verdict}
            aria-describedby={`${id}-${key}`}
            tabIndex={key === stop ? 0 : -1}
            className="verdicts__one"
            data-colour={colour}
            onPointerEnter={() => setPointed(key)}
            onFocus={() => setPointed(key)}
            onClick={() => actions.setVerdict(claim.id, key === claim.verdict && !stale ? null : key)}
          >
            <Glyph name={glyph} />
            {label}
            {index < 9 && <Kbd silent>{index + 1}</Kbd>}
          </button>
        ))}
      </div>
      <div className="definitions">
        {verdicts.map(({ key, definition }) => (
          <p key={key} id={`${id}-${key}`} data-shown={key === shown ? '' : undefined}>
            {definition}
          </p>
        ))}
        <p data-shown={shown === null ? '' : undefined}>{words('choose-verdict')}</p>
        <SaveMark recordId={claim.id} field="verdict" />
      </div>
      <Troubles recordId={claim.id} fields={['verdict']} />
    </section>
  );
}

function arrow(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (at + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
