import { wordsOf } from '@/core/words/words';
import { AccountPage } from './account/AccountPage';

const words = wordsOf('failure');

/** A page that is not there, or not this person's to see: the two look alike. */
export function Absent() {
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
