'use client';

import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';

/** A password that can be looked at before it is sent. Pasting is welcome: managers do. */
export function PasswordField({
  label,
  help,
  error,
  value,
  fresh = false,
  onChange,
}: {
  label: string;
  help?: ReactNode;
  error?: ReactNode;
  /** Absent where the form reads it when it is sent. */
  value?: string;
  /** A new one, which a password manager may make up. */
  fresh?: boolean;
  onChange?: (value: string) => void;
}) {
  const words = useTranslations('newsroom.account');
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} help={help} error={error}>
      {(control) => (
        <div className="password">
          <input
            {...control}
            className="input"
            type={shown ? 'text' : 'password'}
            name="password"
            autoComplete={fresh ? 'new-password' : 'current-password'}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={fresh ? 128 : 1024}
            value={value}
            onChange={(event) => onChange?.(event.target.value)}
          />
          <Button kind="quiet" aria-pressed={shown} aria-controls={control.id} onClick={() => setShown(!shown)}>
            {words(shown ? 'hide' : 'show')}
          </Button>
        </div>
      )}
    </Field>
  );
}
