'use client';

import { useTranslations } from 'use-intl';
import { AccountPage } from './account/AccountPage';

/** A page that did not load. Every page carries it from the beginning, so that it brings nothing along. */
export function Failed({ again }: { again: () => void }) {
  const words = useTranslations('failure');
  return (
    <AccountPage title={words('failed-title')}>
      <p className="account__lead" role="alert">
        {words('failed-text')}
      </p>
      <p className="account__aside account__ways">
        <button type="button" className="button" data-kind="main" data-size="medium" onClick={again}>
          {words('again')}
        </button>
        <a className="link" href="/">
          {words('home')}
        </a>
      </p>
    </AccountPage>
  );
}
