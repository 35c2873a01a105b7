'use client';
import { memo, type RefObject, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import type { ArticleHandle, ClaimMark } from '@/components/editor/ArticleView';
import { Icon } from '@/components/ui/Icon';
import { Kbd } from '@/components/ui/Kbd';
import { later } from '@/components/ui/later';
import { useDeskActions } from '../actions';
import { useDesk } from '../state/use-desk';
import { useDeskView, useView } from '../view';
import { ClaimList } from './ClaimList';
import { Filters } from './Filters';

const GiveOut = later(() => import('../assign/GiveOut'));
const Overview = later(async () => ({ default: (await import('@/components/editor/Overview')).Overview }));

/** The overview of the article, and beside it the claims. On narrow windows the list opens over the article. */
export const Rail = memo(function Rail({
  article,
  marks,
  uncovered,
  onNextUnmarked,
}: {
  article: RefObject<ArticleHandle | null>;
  marks: readonly ClaimMark[];
  /** How many sentences worth checking have no claim; null while that is being found out. */
  uncovered: number | null;
  onNextUnmarked: () => void;
}) {
  const words = useTranslations('desk.rail');
  const open = useView((view) => view.list);
  const doc = useDesk((desk) => desk.article.doc);
  const language = useDesk((desk) => desk.article.language);
  const view = useDeskView();
  const actions = useDeskActions();
  const correctionWords = useTranslations('desk.corrections');
  const proposed = useDesk((desk) => desk.claims.some(({ correction }) => correction !== null));
  const deciding = proposed && actions.allowed('text.change');
  return (
    <nav className="rail" aria-label={words('name')} data-open={open ? '' : undefined}>
      <div className="rail__strip">
        <Suspense>
          <Overview article={article} doc={doc} language={language} marks={marks} />
        </Suspense>
      </div>
      <div className="rail__body">
        <Filters />
        <ClaimList />
        <Suspense>
          <GiveOut />
        </Suspense>
        {deciding && (
          <button type="button" className="rail__foot" onClick={() => view.set({ dialog: 'corrections' })}>
            <Icon name="pen" size={14} />
            <span>{correctionWords('open')}</span>
          </button>
        )}
        {uncovered !== null && uncovered > 0 && (
          <button type="button" className="rail__foot" onClick={onNextUnmarked}>
            <span className="rail__dots" aria-hidden="true" />
            <span>{words('uncovered', { count: uncovered })}</span>
            <Kbd silent>N</Kbd>
          </button>
        )}
        {uncovered === 0 && <p className="rail__foot rail__foot--done">{words('all-covered')}</p>}
      </div>
    </nav>
  );
});
