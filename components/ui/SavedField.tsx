'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { FieldMark } from '@/components/interface/use-saved-record';
import { Field } from './Field';
import { FieldConflict, SaveState } from './SaveState';

/** How long typing pauses before what stands there is saved, in milliseconds; leaving the field saves at once. */
const PAUSE = 900;

/** A text that saves itself as one types. `missing` is said, and nothing sent, while a field that must not be empty is. */
export function SavedField({
  label,
  help,
  value,
  mark,
  missing,
  lines,
  type = 'text',
  placeholder,
  disabled = false,
  maxLength,
  check,
  onSave,
  onResolve,
}: {
  label: string;
  help?: ReactNode;
  value: string;
  mark: FieldMark;
  missing?: string;
  lines?: number;
  type?: string;
  placeholder?: string;
  disabled?: boolean;
  maxLength?: number;
  /** What is wrong with a value that the server would refuse, to be said before it is sent; null when it is right. */
  check?: (value: string) => string | null;
  onSave: (value: string) => void;
  onResolve: (choice: 'mine' | 'theirs') => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const [touched, setTouched] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shown = typed ?? value;
  const wrong = (text: string) => (missing && !text.trim() ? missing : (check?.(text) ?? null));
  const save = (text: string) => {
    clearTimeout(timer.current);
    if (wrong(text)) return;
    if (text !== value) onSave(text);
    setTyped(null);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  const control = {
    className: lines ? 'input input--grows' : 'input',
    value: shown,
    placeholder,
    disabled,
    maxLength,
    dir: type === 'text' ? 'auto' : undefined,
    onChange: ({ target }: { target: { value: string } }) => {
      setTouched(true);
      setTyped(target.value);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => save(target.value), PAUSE);
    },
    onBlur: () => typed !== null && save(typed),
  };
  const error = (touched && wrong(shown)) || (mark.state === 'refused' ? mark.refused : undefined);
  return (
    <div>
      <Field
        label={label}
        help={help}
        error={error}
        aside={<SaveState mark={typed !== null && !error ? { state: 'saving' } : mark} untouched={!touched} />}
      >
        {(ids) =>
          lines ? (
            <textarea {...control} {...ids} rows={lines} />
          ) : (
            <input
              {...control}
              {...ids}
              type={type}
              onKeyDown={(event) => event.key === 'Enter' && typed !== null && save(typed)}
            />
          )
        }
      </Field>
      {mark.state === 'conflict' && <FieldConflict theirs={String(mark.theirs ?? '')} onResolve={onResolve} />}
    </div>
  );
}

/** One of a few that saves itself when chosen. */
export function SavedSelect({
  label,
  help,
  value,
  mark,
  options,
  disabled = false,
  onSave,
  onResolve,
}: {
  label: string;
  help?: ReactNode;
  value: string;
  mark: FieldMark;
  options: readonly { value: string; label: string }[];
  disabled?: boolean;
  onSave: (value: string) => void;
  onResolve: (choice: 'mine' | 'theirs') => void;
}) {
  const [touched, setTouched] = useState(false);
  return (
    <div>
      <Field
        label={label}
        help={help}
        error={mark.state === 'refused' ? mark.refused : undefined}
        aside={<SaveState mark={mark} untouched={!touched} />}
      >
        {(ids) => (
          <select
            {...ids}
            className="input"
            value={value}
            disabled={disabled}
            onChange={(event) => {
              setTouched(true);
              onSave(event.target.value);
            }}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        )}
      </Field>
      {mark.state === 'conflict' && (
        <FieldConflict
          theirs={options.find((option) => option.value === (mark.theirs ?? ''))?.label ?? ''}
          onResolve={onResolve}
        />
      )}
    </div>
  );
}
