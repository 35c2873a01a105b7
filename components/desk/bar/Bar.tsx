'use client';
import { useRouter } from 'next/navigation';
import { type MouseEvent, memo, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { later } from '@/components/ui/later';
import { Wordmark } from '@/components/ui/Wordmark';
import type { Coverage } from '@/core/article/article';
import { useDeskView, useView } from '../view';
import { ArticleStatusMenu } from './ArticleStatus';
import { Deadline, Restricted } from './Deadline';
import { Mode } from './Mode';
import { SavedAll } from './SavedAll';
import { SignOffLink } from './SignOffLink';
import { Title } from './Title';

const DeskBell = later(() => import('./DeskBell'));
const Workers = later(() => import('./Workers'));

/**
 * The desk's head: where one is, how far the work has come, and the way out to a report. What grows and shrinks by itself stands
 * before what is pressed, so that no button moves away under the pointer.
 */
export const Bar = memo(function Bar({ coverage }: { coverage: Coverage | null }) {
  const words = useTranslations('desk.bar');
  const view = useDeskView();
  const list = useView((now) => now.list);
  const router = useRouter();
  // What a Link does without what it weighs: the page stays, unless the person wants another tab.
  const goHome = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.push('/');
  };
  return (
    <header className="bar">
      <a className="bar__home" href="/" aria-label={words('home')} title={words('home')} onClick={goHome}>
        <Wordmark />
      </a>
      <span className="bar__rule" aria-hidden="true" />
      <div className="bar__title">
        <Title />
        <span className="bar__status">
          <ArticleStatusMenu />
        </span>
        <Restricted />
        <Deadline />
      </div>
      <Suspense>
        <Workers />
      </Suspense>
      <CoverageMeter coverage={coverage} />
      <SavedAll />
      <Mode />
      <span className="bar__bell">
        <Suspense>
          <DeskBell />
        </Suspense>
      </span>
      <Button
        className="bar__list"
        icon="dots"
        label={list ? words('hide-claims') : words('show-claims')}
        aria-expanded={list}
        onClick={() => view.set({ list: !list })}
      />
      <SignOffLink />
      <Button
        kind="main"
        icon="export"
        className="bar__export"
        aria-label={words('export')}
        onClick={() => view.set({ dialog: 'export' })}
      >
        <span>{words('export')}</span>
      </Button>
    </header>
  );
});

/** How many of the sentences worth checking somebody has looked at: a claim touches them, or there is nothing in them to check. Its room is kept while that is being found out. */
function CoverageMeter({ coverage }: { coverage: Coverage | null }) {
  const words = useTranslations('desk.bar');
  const done = coverage ? coverage.covered + coverage.looked : 0;
  const all = coverage?.checkable ?? 0;
  return (
    <div className="coverage" title={words('coverage-title')} data-known={coverage ? '' : undefined}>
      <svg className="coverage__bar" viewBox="0 0 84 6" width="84" height="6" aria-hidden="true">
        <rect className="coverage__all" width="84" height="6" rx="3" />
        {coverage && all > 0 && <rect className="coverage__done" width={(84 * done) / all} height="6" rx="3" />}
      </svg>
      <span>
        {words.rich('coverage', {
          done,
          all,
          b: (chunks) => <b className="num">{chunks}</b>,
          rest: (chunks) => <span className="coverage__rest">{chunks}</span>,
        })}
      </span>
    </div>
  );
}
