'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ArticleHandle } from '@/components/editor/ArticleView';
import { useToast } from '@/components/ui/Toast';
import { createDeskActions, DeskActionsContext } from './actions';
import { DeskScreen } from './DeskScreen';
import { createDeskStore, type DeskData } from './state/desk-store';
import { DeskContext } from './state/use-desk';
import { createDeskView, DeskViewContext } from './view';
import './desk.css';

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
  useEffect(() => store.start(), [store]);
  return (
    <DeskContext value={store}>
      <DeskViewContext value={view}>
        <DeskActionsContext value={actions}>
          <DeskScreen article={article} />
        </DeskActionsContext>
      </DeskViewContext>
    </DeskContext>
  );
}
