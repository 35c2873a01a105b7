'use client';

import { type ReactNode, useId } from 'react';

/** One of a few shapes or colours, as radio buttons: arrows move, the name is heard and shown on hover. */
export function MarkPicker<T extends string>({
  legend,
  options,
  value,
  nameOf,
  show,
  onPick,
}: {
  legend: string;
  options: readonly T[];
  value: T;
  nameOf: (option: T) => string;
  show: (option: T) => ReactNode;
  onPick: (option: T) => void;
}) {
  const group = useId();
  return (
    <fieldset className="picker">
      <legend className="label">
        {legend}: {nameOf(value)}
      </legend>
      <div>
        {options.map((option) => (
          <label key={option} title={nameOf(option)}>
            <input
              type="radio"
              name={group}
              value={option}
              checked={option === value}
              aria-label={nameOf(option)}
              onChange={() => onPick(option)}
            />
            {show(option)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
