'use client';

import { useTranslations } from 'use-intl';
import { AccountPage } from '../account/AccountPage';
import { returnTo } from '../return-to';
import { SetUpTwoFactor } from './SetUpTwoFactor';

/** Where the newsroom asks for one-time codes: nothing else goes before they are set up. */
export function TwoFactorNeeded({ to }: { to: string | null }) {
  const words = useTranslations('newsroom.two-factor');
  return (
    <AccountPage title={words('needed-title')}>
      <p className="account__lead">{words('needed')}</p>
      <SetUpTwoFactor onDone={() => location.assign(returnTo(to))} />
    </AccountPage>
  );
}
