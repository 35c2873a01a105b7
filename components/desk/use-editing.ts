import { Step } from 'prosemirror-transform';
import { type RefObject, useEffect, useRef } from 'react';
import type { ArticleHandle } from '@/components/editor/ArticleView';
import { newId } from '@/components/interface/new-id';
import { articleSchema } from '@/core/article/schema';
import { useDeskActions } from './actions';
import { useDesk, useDeskStore } from './state/use-desk';
import { useDeskView, useView } from './view';

/**
 * Whether the person is editing the text now. What editing needs is fetched when it is first wanted, by the person or by what an
 * earlier visit left unsent; until it is there, the text is only read.
 */
export function useEditing(article: RefObject<ArticleHandle | null>): boolean {
  const store = useDeskStore();
  const view = useDeskView();
  const actions = useDeskActions();
  const wanted = useView((now) => now.mode === 'editing');
  const ready = useView((now) => now.writable);
  const left = useDesk((desk) => desk.writing.left);
  const started = useRef(false);
  const binned = useDesk((desk) => desk.article.deletedAt !== null);
  const may = actions.allowed('text.change') && !binned;

  useEffect(() => {
    // What was left is shown to one who may not send it any more, too: the words are theirs, and the server says why it refuses.
    if (!(left || (may && wanted))) return;
    let gone = false;
    import('@/components/editor/writing/writing').then(
      ({ Writing }) => {
        const handle = article.current;
        if (gone || !handle) return;
        const writer = started.current
          ? null
          : handle.write(Writing, {
              clientId: left?.clientId ?? newId(),
              onChange: () => store.written(),
              onLeave: () => actions.check(),
              onGone: (words) => actions.tellGone(words),
            });
        started.current = true;
        // What was left is in the text before anything is kept from it: until then it is kept where it was.
        if (left) handle.resume({ ...left, steps: left.steps.map((step) => Step.fromJSON(articleSchema, step)) });
        if (writer) store.attachWriter(writer);
        if (left) store.resumed();
        view.set({ writable: true });
      },
      () => {
        if (!gone && wanted) actions.cannotEdit();
      },
    );
    return () => {
      gone = true;
    };
  }, [may, wanted, left, article, store, view, actions]);

  return may && wanted && ready;
}
