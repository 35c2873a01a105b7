'use client';

import { type InputHTMLAttributes, type ReactNode, type Ref, type TextareaHTMLAttributes, useId } from 'react';
import { Icon } from './Icon';

interface FieldWords {
  label: ReactNode;
  help?: ReactNode;
  /** What is wrong and what to do; marks the field invalid. */
  error?: ReactNode;
  /** A label that is heard and not seen, where the place says it. */
  labelHidden?: boolean;
  /** Stands at the end of the label's line: a save state, a count. */
  aside?: ReactNode;
}

/** What a control needs to belong to its label, help and error. */
export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** A label, one control, and below it help or what is wrong. */
export function Field({
  label,
  help,
  error,
  labelHidden = false,
  aside,
  children,
}: FieldWords & { children: (control: ControlProps) => ReactNode }) {
  const id = useId();
  const described = error ? `${id}-error` : help ? `${id}-help` : undefined;
  return (
    <div className="field">
      <div className={labelHidden ? 'sr' : 'field__head'}>
        <label className="label" htmlFor={id}>
          {label}
        </label>
        {aside}
      </div>
      {children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      {error ? (
        <p className="help help--bad" id={`${id}-error`} role="alert">
          <Icon name="warning" size={14} />
          <span>{error}</span>
        </p>
      ) : (
        help && (
          <p className="help" id={`${id}-help`}>
            {help}
          </p>
        )
      )}
    </div>
  );
}

/** One line of text. */
export function TextField({
  label,
  help,
  error,
  labelHidden,
  aside,
  ...input
}: FieldWords & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }) {
  return (
    <Field {...{ label, help, error, labelHidden, aside }}>
      {(control) => <input className="input" {...input} {...control} />}
    </Field>
  );
}

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({
  label,
  help,
  error,
  labelHidden,
  aside,
  ...input
}: FieldWords & TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> }) {
  return (
    <Field {...{ label, help, error, labelHidden, aside }}>
      {(control) => <textarea className="input input--grows" rows={3} {...input} {...control} />}
    </Field>
  );
}

/** One of a few, in the browser's own list. */
export function SelectField({
  label,
  help,
  error,
  labelHidden,
  aside,
  options,
  ...input
}: FieldWords &
  Omit<InputHTMLAttributes<HTMLSelectElement>, 'list'> & {
    options: readonly { value: string; label: string }[];
    ref?: Ref<HTMLSelectElement>;
  }) {
  return (
    <Field {...{ label, help, error, labelHidden, aside }}>
      {(control) => (
        <select className="input" {...input} {...control}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Takes a person whose form was not accepted to the first field that is wrong, once it is marked so. */
export function toFirstWrong(form: EventTarget & Element): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
}
