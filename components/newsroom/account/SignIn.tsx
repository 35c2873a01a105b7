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
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const [halfway, setHalfway] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (!email.trim() || !password) return toFirstWrong(event.currentTarget);
    if (sending) return;
    const body = { email: email.trim(), password };
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
      <form className="account__form" onSubmit={submit} noValidate>
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
          value={email}
          error={asked && !email.trim() ? words('account.email-missing') : undefined}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordField
          label={words('account.password')}
          value={password}
          error={asked && !password ? words('account.password-missing') : undefined}
          onChange={setPassword}
        />
        <Button kind="main" type="submit" aria-disabled={sending || undefined}>
          {words(sending ? 'sign-in.going' : 'sign-in.go')}
        </Button>
      </form>
      <p className="account__aside">{words('sign-in.help')}</p>
    </AccountPage>
  );
}
