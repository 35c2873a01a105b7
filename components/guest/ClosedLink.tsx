'use client';
import { useTranslations } from 'use-intl';
import { AccountPage } from '@/components/newsroom/account/AccountPage';

/** What a link shows that opens nothing: the same, whether it was revoked, is at its end, or never was. */
export function ClosedLink() {
  const words = useTranslations('guest');
  return (
    <AccountPage title={words('bad-title')}>
      <p className="account__lead">{words('bad-text')}</p>
    </AccountPage>
  );
}
