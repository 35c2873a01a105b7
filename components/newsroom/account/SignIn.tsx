'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { call } from '@/components/interface/call';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { TextField, toFirstWrong } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import { returnTo } from '../return-to';
import { AccountPage } from './AccountPage';
import { GiveCode } from './GiveCode';
import { PasswordField } from './PasswordField';

/** Signs somebody in and goes where they were going. */
export function SignIn({ to }: { to: string | null }) {
  const words = useTranslations('newsroom');
  const { sending, refused, send } = useSending();
  const [missing, setMissing] = useState({ email: false, password: false });
  const [halfway, setHalfway] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Read from the form, which somebody may have filled in before this page had its scripts.
    const form = new FormData(event.currentTarget);
    const body = { email: String(form.get('email')).trim(), password: String(form.get('password')) };
    setMissing({ email: !body.email, password: !body.password });
    if (!body.email || !body.password) return toFirstWrong(event.currentTarget);
    if (sending) return;
    const answered = await send(() => call<{ twoFactorRedirect?: true }>('POST', '/api/auth/sign-in/email', { body }));
    if (answered?.twoFactorRedirect) setHalfway(true);
    else if (answered) enter();
  };
  // A whole new page: nothing of another person's stays in this one. The place on the page came through the address.
  const enter = () => location.assign(returnTo(to) + (to?.includes('#') ? '' : location.hash));
  if (halfway)
    return (
      <AccountPage title={words('code.title')}>
        <GiveCode onSignedIn={enter} onAgain={() => setHalfway(false)} />
      </AccountPage>
    );
  return (
    <AccountPage title={words('sign-in.title')}>
      {to && returnTo(to) !== '/' && <p className="account__lead">{words('sign-in.ended')}</p>}
      {/* By POST, so that no password stands in an address if it is sent before the page has its scripts. */}
      <form method="post" className="account__form" onSubmit={submit} noValidate>
        {refused && (
          <Notice kind="error" title={words('sign-in.failed')}>
            {refused}
          </Notice>
        )}
        <TextField
          label={words('account.email')}
          type="email"
          name="email"
          autoComplete="username"
          error={missing.email ? words('account.email-missing') : undefined}
        />
        <PasswordField
          label={words('account.password')}
          error={missing.password ? words('account.password-missing') : undefined}
        />
        <Button kind="main" type="submit" aria-disabled={sending || undefined}>
          {words(sending ? 'sign-in.going' : 'sign-in.go')}
        </Button>
      </form>
      <p className="account__aside">{words('sign-in.help')}</p>
    </AccountPage>
  );
}
