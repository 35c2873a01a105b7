'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { AccountPage } from './account/AccountPage';

/** A page that is not there, or not this person's to see: the two look alike. */
export function Absent() {
  const words = useTranslations('failure');
  return (
    <AccountPage title={words('absent-title')}>
      <p className="account__lead">{words('absent-text')}</p>
      <p className="account__aside">
        <a className="link" href="/">
          {words('home')}
        </a>
      </p>
    </AccountPage>
  );
}

/** A page that did not load. */
export function Failed({ again }: { again: () => void }) {
  const words = useTranslations('failure');
  return (
    <AccountPage title={words('failed-title')}>
      <p className="account__lead" role="alert">
        {words('failed-text')}
      </p>
      <p className="account__aside account__ways">
        <Button kind="main" onClick={again}>
          {words('again')}
        </Button>
        <a className="link" href="/">
          {words('home')}
        </a>
      </p>
    </AccountPage>
  );
}
