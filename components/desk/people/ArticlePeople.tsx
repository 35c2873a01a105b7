'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { NoAnswer, ProblemAnswer } from '@/components/interface/call';
import { articles } from '@/components/interface/operations';
import { useToast } from '@/components/ui/Toast';
import { heldBy } from '@/components/work/people/held-by';
import { PeopleDialog } from '@/components/work/people/PeopleDialog';
import type { PatchArticle } from '@/core/article/article';
import { mayOpen } from '@/core/newsroom/rights';
import { useDesk } from '../state/use-desk';

/**
 * The article's deadline and people, at its desk. It is sent at once and not kept for later: who may open an article is known to
 * be so, or it is not so.
 */
export default function ArticlePeople({ onClose }: { onClose: () => void }) {
  const words = useTranslations('work.people');
  const toast = useToast();
  const article = useDesk((desk) => desk.article);
  const people = useDesk((desk) => desk.people);
  const claims = useDesk((desk) => desk.claims);
  const me = useDesk((desk) => desk.me.id);
  const held = useMemo(() => heldBy(claims), [claims]);

  const change = async (revision: number, patch: PatchArticle, back?: PatchArticle): Promise<boolean> => {
    try {
      const changed = await articles.change(article.id, revision, patch);
      if (!mayOpen(me, changed)) location.assign('/');
      const undo = back && (() => void change(changed.revision, back));
      toast(words(back ? 'done' : 'undone'), { undo });
      return true;
    } catch (error) {
      if (error instanceof NoAnswer) toast(words('offline'), { kind: 'error' });
      else if (error instanceof ProblemAnswer)
        toast(error.status === 409 ? words('stale') : error.message, { kind: 'error' });
      else throw error;
      return false;
    }
  };
  const { deadline, assigneeId, access } = article;
  const save = (patch: PatchArticle) => change(article.revision, patch, { deadline, assigneeId, access });
  return <PeopleDialog withDeadline {...{ article, me, people, held, onClose }} onSave={save} />;
}
