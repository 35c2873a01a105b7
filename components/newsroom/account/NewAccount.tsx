'use client';

import { useTranslations } from 'use-intl';
import { TextField } from '@/components/ui/Field';
import { PasswordField } from './PasswordField';

/** The least characters of a password: core's `Password`. */
export const PASSWORD_LEAST = 8;

export interface NewAccountValues {
  name: string;
  email: string;
  password: string;
}

/** Whether an account can be asked for with these; the fields say what is missing once they were `asked`. */
export function complete({ name, email, password }: NewAccountValues): boolean {
  return name.trim() !== '' && looksLikeEmail(email) && password.length >= PASSWORD_LEAST;
}

/** The fields of an account that is made: how colleagues call one, and how one signs in. */
export function NewAccountFields({
  values,
  asked,
  emailFixed = false,
  onChange,
}: {
  values: NewAccountValues;
  asked: boolean;
  /** The invitation names the address. */
  emailFixed?: boolean;
  onChange: (values: NewAccountValues) => void;
}) {
  const words = useTranslations('newsroom');
  const { name, email, password } = values;
  return (
    <>
      <TextField
        label={words('account.name')}
        name="name"
        autoComplete="name"
        dir="auto"
        maxLength={120}
        value={name}
        error={asked && !name.trim() ? words('account.name-missing') : undefined}
        onChange={(event) => onChange({ ...values, name: event.target.value })}
      />
      <TextField
        label={words('account.email')}
        name="email"
        type="email"
        autoComplete="username"
        readOnly={emailFixed}
        help={emailFixed ? words('join.email-fixed') : undefined}
        value={email}
        error={asked && !looksLikeEmail(email) ? words('account.email-missing') : undefined}
        onChange={(event) => onChange({ ...values, email: event.target.value })}
      />
      <PasswordField
        label={words('account.password')}
        help={words('account.new-password-help', { count: PASSWORD_LEAST })}
        fresh
        value={password}
        error={
          asked && password.length < PASSWORD_LEAST
            ? words('account.password-short', { count: PASSWORD_LEAST })
            : undefined
        }
        onChange={(next) => onChange({ ...values, password: next })}
      />
    </>
  );
}

/** Something at something; the server judges the rest. */
function looksLikeEmail(email: string): boolean {
  return /^\s*[^\s@]+@[^\s@]+\s*$/.test(email);
}
