'use client';

import { useRouter } from 'next/navigation';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { NoAnswer, ProblemAnswer } from '@/components/interface/call';
import { articles } from '@/components/interface/operations';
import { Menu, type MenuItem } from '@/components/ui/Menu';
import { useToast } from '@/components/ui/Toast';
import type { Article, PatchArticle } from '@/core/article/article';
import { DeadlineDialog } from './DeadlineDialog';
import { RenameDialog } from './RenameDialog';

const RowPeople = lazy(() => import('./RowPeople'));

/** What can be done to an article from the list. Everything can be taken back: the toast says what was done and undoes it. */
export function RowMenu({ article, me }: { article: Article; me: string }) {
  const words = useTranslations('articles');
  const work = useTranslations('work.people');
  const [asking, setAsking] = useState<'rename' | 'deadline' | 'people' | null>(null);
  const close = useCallback(() => setAsking(null), []);
  const { title } = article;
  const { run, change } = useArticleChanges(article);

  const bin = () =>
    run(async () => {
      await articles.delete(article.id, article.revision);
      return { said: words('done.binned', { title }), undo: restore };
    });
  const restore = () =>
    run(async () => {
      await articles.restore(article.id);
      return { said: words('done.restored', { title }) };
    });
  const archive = () => change({ status: 'archived' }, words('done.archived', { title }), { status: article.status });
  // What was signed off before it was put away still is.
  const before = article.signedOff ? 'signed-off' : 'checking';
  const unarchive = () => change({ status: before }, words('done.unarchived', { title }), { status: 'archived' });

  const items: MenuItem[] = article.deletedAt
    ? [{ id: 'restore', label: words('menu.restore'), icon: 'undo', onSelect: restore }]
    : [
        { id: 'rename', label: words('menu.rename'), icon: 'pen', onSelect: () => setAsking('rename') },
        { id: 'deadline', label: words('menu.deadline'), icon: 'calendar', onSelect: () => setAsking('deadline') },
        { id: 'sign-off', label: words('menu.sign-off'), icon: 'document', href: `/articles/${article.id}/sign-off` },
        { id: 'people', label: work('title'), icon: 'people', onSelect: () => setAsking('people') },
        article.status === 'archived'
          ? { id: 'unarchive', label: words('menu.unarchive'), icon: 'archive', onSelect: unarchive }
          : { id: 'archive', label: words('menu.archive'), icon: 'archive', onSelect: archive },
        { id: 'rule', rule: true },
        { id: 'bin', label: words('menu.bin'), icon: 'bin', onSelect: bin },
      ];
  return (
    <>
      <Menu
        label={words('menu.label', { title })}
        button={{ kind: 'quiet', size: 'small', icon: 'more', label: words('menu.button', { title }), title: '' }}
        items={items}
      />
      <RenameDialog
        open={asking === 'rename'}
        article={article}
        onClose={close}
        onRename={(next) => change({ title: next }, words('done.renamed'), { title })}
      />
      <DeadlineDialog
        open={asking === 'deadline'}
        article={article}
        onClose={close}
        onSet={(deadline) =>
          change({ deadline }, words(deadline ? 'done.deadline' : 'done.deadline-cleared'), {
            deadline: article.deadline,
          })
        }
      />
      {asking === 'people' && (
        <Suspense>
          <RowPeople
            article={article}
            me={me}
            onClose={close}
            onSave={(patch) =>
              change(patch, work('done'), {
                assigneeId: article.assigneeId,
                access: article.access,
              })
            }
          />
        </Suspense>
      )}
    </>
  );
}

/**
 * Runs a change, shows the list as it then stands and says what was done; a refusal is said in the server's own sentence.
 * Resolves to whether it was done.
 */
function useArticleChanges(article: Article) {
  const words = useTranslations('articles.failed');
  const router = useRouter();
  const toast = useToast();

  const run = async (act: () => Promise<{ said: string; undo?: () => void }>): Promise<boolean> => {
    try {
      const { said, undo } = await act();
      toast(said, { undo });
      return true;
    } catch (error) {
      const again = { label: words('retry'), run: () => void run(act) };
      if (error instanceof NoAnswer) toast(words('offline'), { kind: 'error', action: again });
      else if (error instanceof ProblemAnswer)
        toast(error.status === 409 ? words('stale') : error.message, { kind: 'error' });
      else throw error;
      return false;
    } finally {
      router.refresh();
    }
  };
  const change = (patch: PatchArticle, said: string, back: PatchArticle) =>
    run(async () => {
      const changed = await articles.change(article.id, article.revision, patch);
      const undo = () =>
        void run(async () => {
          await articles.change(article.id, changed.revision, back);
          return { said: words('undone') };
        });
      return { said, undo };
    });
  return { run, change };
}
