'use client';
import { useTranslations } from 'use-intl';
import { AccountPage } from '@/components/newsroom/account/AccountPage';

/** What a link shows for a while where links were tried too often, or this one was opened too often. */
export function TooManyTries({ seconds }: { seconds: number }) {
  const words = useTranslations('guest');
  return (
    <AccountPage title={words('tries-title')}>
      <p className="account__lead">{words('tries-text', { minutes: Math.ceil(seconds / 60) })}</p>
    </AccountPage>
  );
}
