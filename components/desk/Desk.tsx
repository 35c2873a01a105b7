'use client';
import { lazy, Suspense, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import type { ArticleHandle } from '@/components/editor/ArticleView';
import { useToast } from '@/components/ui/Toast';
import { createDeskActions, DeskActionsContext } from './actions';
import { DeskScreen } from './DeskScreen';
import { DeskSkeleton } from './DeskSkeleton';
import { createDeskStore, type DeskData } from './state/desk-store';
import type { DeskSession } from './state/session';
import { DeskContext } from './state/use-desk';
import { createDeskView, DeskViewContext } from './view';
import './desk.css';

const Binned = lazy(() => import('./BinnedArticle'));

/** What stands in the desk's place while its article is in the bin: rare, and so not sent with every desk. */
export function BinnedArticle(article: { id: string; title: string }) {
  return (
    <Suspense>
      <Binned {...article} />
    </Suspense>
  );
}

/** The desk of one article: where its claims are marked, judged, sourced and reviewed. `data` is read once, when it opens. */
export function Desk({ data }: { data: DeskData }) {
  const [store] = useState(() => createDeskStore(data));
  const [view] = useState(createDeskView);
  const article = useRef<ArticleHandle>(null);
  const toast = useToast();
  const words = useTranslations('desk');
  const latest = useRef({ toast, words });
  useEffect(() => {
    latest.current = { toast, words };
  });
  const actions = useMemo(
    () =>
      createDeskActions({
        store,
        view,
        article,
        toast: (...said) => latest.current.toast(...said),
        say: (key, values) => latest.current.words(key as 'said.removed', values),
      }),
    [store, view],
  );
  // The text is laid out in the browser alone, and the notes by it: hundreds of claims drawn on the server too would come twice.
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  useEffect(() => {
    if (!inBrowser) return;
    let left = false;
    let stop: (() => void) | null = null;
    fetchSession().then((Session) => {
      if (!left) stop = store.start(Session);
    });
    return () => {
      left = true;
      stop?.();
    };
  }, [store, inBrowser]);
  return (
    <DeskContext value={store}>
      <DeskViewContext value={view}>
        <DeskActionsContext value={actions}>
          {inBrowser ? <DeskScreen article={article} /> : <DeskSkeleton label={words('loading')} />}
        </DeskActionsContext>
      </DeskViewContext>
    </DeskContext>
  );
}

/** What keeps and sends the desk's changes, as soon as it can be had. */
async function fetchSession(): Promise<typeof DeskSession> {
  for (;;) {
    try {
      return (await import('./state/session')).DeskSession;
    } catch {
      await new Promise((again) => setTimeout(again, 1000));
    }
  }
}

const never = () => () => undefined;
