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

/** What stands in a form with these fields. The form keeps it: somebody may have begun before the page had its scripts. */
export function accountIn(form: HTMLFormElement): NewAccountValues {
  const typed = new FormData(form);
  return {
    name: String(typed.get('name')).trim(),
    email: String(typed.get('email')).trim(),
    password: String(typed.get('password')),
  };
}

/** Whether an account can be asked for with these. */
export function complete({ name, email, password }: NewAccountValues): boolean {
  return name !== '' && looksLikeEmail(email) && password.length >= PASSWORD_LEAST;
}

/** The fields of an account that is made: how colleagues call one, and how one signs in. */
export function NewAccountFields({
  typed,
  emailFixed,
}: {
  /** What they held when the form was last looked at, for the fields to say what is missing; null before that. */
  typed: NewAccountValues | null;
  /** The one address that the invitation is for. */
  emailFixed?: string | null;
}) {
  const words = useTranslations('newsroom');
  return (
    <>
      <TextField
        label={words('account.name')}
        name="name"
        autoComplete="name"
        dir="auto"
        maxLength={120}
        error={typed?.name === '' ? words('account.name-missing') : undefined}
      />
      <TextField
        label={words('account.email')}
        name="email"
        type="email"
        autoComplete="username"
        readOnly={Boolean(emailFixed)}
        help={emailFixed ? words('join.email-fixed') : undefined}
        defaultValue={emailFixed ?? undefined}
        error={typed && !looksLikeEmail(typed.email) ? words('account.email-missing') : undefined}
      />
      <PasswordField
        label={words('account.password')}
        help={words('account.new-password-help', { count: PASSWORD_LEAST })}
        fresh
        error={
          typed && typed.password.length < PASSWORD_LEAST
            ? words('account.password-short', { count: PASSWORD_LEAST })
            : undefined
        }
      />
    </>
  );
}

/** Something at something; the server judges the rest. */
function looksLikeEmail(email: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(email);
}
