'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { call } from '@/components/interface/call';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { TextField, toFirstWrong } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import { AccountPage } from './AccountPage';
import { accountIn, complete, NewAccountFields } from './NewAccount';

/** The first visit: names the newsroom and makes the admin's account. */
export function Welcome() {
  const words = useTranslations('newsroom');
  const { sending, refused, send } = useSending();
  const [typed, setTyped] = useState<ReturnType<typeof typedIn> | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = typedIn(event.currentTarget);
    setTyped(body);
    if (!body.newsroom || !complete(body)) return toFirstWrong(event.currentTarget);
    if (sending) return;
    const made = await send(() => call<{ user: object }>('POST', '/api/auth/sign-up/email', { body }));
    if (made) location.assign('/');
  };
  return (
    <AccountPage title={words('welcome.title')}>
      <p className="account__lead">{words('welcome.text')}</p>
      <form
        method="post"
        className="account__form"
        onSubmit={submit}
        onInput={(event) => typed && setTyped(typedIn(event.currentTarget))}
        noValidate
      >
        <TextField
          label={words('welcome.newsroom')}
          name="organization"
          autoComplete="organization"
          dir="auto"
          maxLength={120}
          help={words('welcome.newsroom-help')}
          error={typed?.newsroom === '' ? words('welcome.newsroom-missing') : undefined}
        />
        <div className="account__part">
          <h2>{words('welcome.you')}</h2>
          <p>{words('welcome.you-text')}</p>
        </div>
        <NewAccountFields typed={typed} />
        {refused && (
          <Notice kind="error" title={words('welcome.failed')}>
            {refused}
          </Notice>
        )}
        <Button kind="main" type="submit" aria-disabled={sending || undefined}>
          {words(sending ? 'welcome.going' : 'welcome.go')}
        </Button>
      </form>
    </AccountPage>
  );
}

function typedIn(form: HTMLFormElement) {
  return { ...accountIn(form), newsroom: String(new FormData(form).get('organization')).trim() };
}
