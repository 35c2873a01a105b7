'use client';
import type { Node } from 'prosemirror-model';
import { useTranslations } from 'use-intl';
import { NoAnswer, ProblemAnswer } from '@/components/interface/call';
import { looks } from '@/components/sign-off/sign-off-calls';
import { Icon } from '@/components/ui/Icon';
import { useToast } from '@/components/ui/Toast';
import { articleText } from '@/core/article/text';
import { useDesk } from '../state/use-desk';
import { useDeskView, useView } from '../view';

interface Extent {
  readonly from: number;
  readonly to: number;
}

/** Says of selected sentences that nobody has looked at that there is nothing in them to check. Only where one of them waits for that. */
export function NothingToCheck({ selection, doc }: { selection: Extent; doc: Node }) {
  const words = useTranslations('desk.tool');
  const failed = useTranslations('newsroom.ui');
  const toast = useToast();
  const view = useDeskView();
  const articleId = useDesk((desk) => desk.article.id);
  const mode = useView((now) => now.mode);
  const waiting = useView((now) => now.unmarked).filter(({ from, to }) => from < selection.to && selection.from < to);
  const [first, last] = [waiting[0], waiting.at(-1)];
  if (!first || !last || mode === 'editing') return null;

  const attempt = async (act: () => Promise<unknown>) => {
    try {
      await act();
      return true;
    } catch (error) {
      if (error instanceof NoAnswer) toast(failed('no-answer'), { kind: 'error' });
      else if (error instanceof ProblemAnswer) toast(error.message, { kind: 'error' });
      else throw error;
      return false;
    }
  };
  const say = async () => {
    const text = articleText(doc);
    const [start, end] = [first.from, last.to].map((position) => text.pointsAt(text.offsetAt(position)));
    const range = { start: start!, end: end! };
    view.set({ selection: null });
    if (await attempt(() => looks.add(articleId, range)))
      toast(words('looked'), { undo: () => void attempt(() => looks.drop(articleId, range)) });
  };
  return (
    <button type="button" className="tool__all" tabIndex={-1} onClick={say}>
      <Icon name="check" size={14} />
      {words('look')}
    </button>
  );
}
