'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { call } from '@/components/interface/call';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { toFirstWrong } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import type { Role } from '@/core/newsroom/vocabulary';
import { AccountPage } from './AccountPage';
import { accountIn, complete, NewAccountFields, type NewAccountValues } from './NewAccount';

/** What an invitation that can be used offers. */
export interface Offer {
  token: string;
  role: Role;
  /** The one address that may use it, or null. */
  email: string | null;
}

/** Makes an account by an invitation; without an offer it says that the invitation cannot be used. */
export function Join({ offer, newsroom, me }: { offer: Offer | null; newsroom: string; me: string | null }) {
  const words = useTranslations('newsroom');
  if (!offer)
    return (
      <AccountPage title={words('join.bad-title')}>
        <p className="account__lead">{words('join.bad-text')}</p>
        <p className="account__aside">
          <a className="link" href={me ? '/' : '/sign-in'}>
            {words(me ? 'join.home' : 'join.sign-in')}
          </a>
        </p>
      </AccountPage>
    );
  if (me)
    return (
      <AccountPage title={words('join.title', { newsroom })}>
        <p className="account__lead">{words('join.already', { name: me })}</p>
        <p className="account__aside">
          <a className="link" href="/">
            {words('join.home')}
          </a>
        </p>
      </AccountPage>
    );
  return <JoinForm offer={offer} newsroom={newsroom} />;
}

function JoinForm({ offer, newsroom }: { offer: Offer; newsroom: string }) {
  const words = useTranslations('newsroom');
  const { sending, refused, send } = useSending();
  const [typed, setTyped] = useState<NewAccountValues | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const account = accountIn(event.currentTarget);
    setTyped(account);
    if (!complete(account)) return toFirstWrong(event.currentTarget);
    if (sending) return;
    const body = { ...account, invitation: offer.token };
    const made = await send(() => call<{ user: object }>('POST', '/api/auth/sign-up/email', { body }));
    if (made) location.assign('/');
  };
  return (
    <AccountPage title={words('join.title', { newsroom })}>
      <p className="account__lead">{words('join.text', { role: offer.role, may: words(`join.may.${offer.role}`) })}</p>
      <form
        method="post"
        className="account__form"
        onSubmit={submit}
        onInput={(event) => typed && setTyped(accountIn(event.currentTarget))}
        noValidate
      >
        <NewAccountFields typed={typed} emailFixed={offer.email} />
        {refused && (
          <Notice kind="error" title={words('join.failed')}>
            {refused}
          </Notice>
        )}
        <Button kind="main" type="submit" aria-disabled={sending || undefined}>
          {words(sending ? 'join.going' : 'join.go')}
        </Button>
      </form>
    </AccountPage>
  );
}
