'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import Bell from '@/components/news/Bell';
import { LinkPending } from '@/components/ui/LinkPending';
import { Notice } from '@/components/ui/Notice';
import { Wordmark } from '@/components/ui/Wordmark';
import { MANY } from '@/core/claim/work';
import type { Me } from '@/core/newsroom/person';
import { PersonMenu } from './PersonMenu';
import './shell.css';

const places = [
  { href: '/', name: 'articles' },
  { href: '/sources', name: 'sources' },
] as const;

/** The frame of every screen but the desk: where one is, where one can go, and who one is. */
export function Shell({
  me,
  newsroom,
  work,
  children,
}: {
  me: Me;
  newsroom: string;
  /** How many things wait for them; null for who checks nothing. */
  work: number | null;
  children: ReactNode;
}) {
  const words = useTranslations('newsroom.shell');
  const workWords = useTranslations('work');
  const path = usePathname();
  const online = useSyncExternalStore(
    onConnection,
    () => navigator.onLine,
    () => true,
  );
  return (
    <>
      <header className="shell">
        <Link className="shell__home" href="/" aria-label={words('home')}>
          <Wordmark />
        </Link>
        <nav aria-label={words('nav')}>
          {places.map(({ href, name }) => (
            <Link key={href} href={href} aria-current={path === href ? 'page' : undefined}>
              {words(name)}
              <LinkPending />
            </Link>
          ))}
          {work !== null && (
            <Link
              href="/work"
              aria-current={path === '/work' ? 'page' : undefined}
              aria-label={workWords('link-count', { count: work })}
            >
              {workWords('link')}
              {work > 0 && <span className="shell__count num">{work < MANY ? work : `${MANY - 1}+`}</span>}
              <LinkPending />
            </Link>
          )}
        </nav>
        <span className="fill" />
        <span className="shell__newsroom">{newsroom}</span>
        <Bell />
        <PersonMenu me={me} />
      </header>
      <main id="main" className="page" tabIndex={-1}>
        {!online && (
          <div className="page__notice">
            <Notice kind="offline" title={words('offline')}>
              {words('offline-text')}
            </Notice>
          </div>
        )}
        {children}
      </main>
    </>
  );
}

function onConnection(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
