'use client';

import { useEffect, useState } from 'react';
import { articles, staff } from '@/components/interface/operations';
import { useSending } from '@/components/interface/use-sending';
import { useToast } from '@/components/ui/Toast';
import { heldBy } from '@/components/work/people/held-by';
import { PeopleDialog } from '@/components/work/people/PeopleDialog';
import type { Article, PatchArticle } from '@/core/article/article';
import type { Person } from '@/core/newsroom/person';

/** An article's deadline and people, from the list: who there is and what they have in hand is asked for when it opens. */
export default function RowPeople({
  article,
  me,
  onClose,
  onSave,
}: {
  article: Article;
  me: string;
  onClose: () => void;
  onSave: (patch: PatchArticle) => Promise<boolean>;
}) {
  const [known, setKnown] = useState<{ people: readonly Person[]; held: ReadonlyMap<string, number> } | null>(null);
  const { refused, send } = useSending();
  const toast = useToast();
  useEffect(() => {
    let left = false;
    void send(() => Promise.all([staff.list(), articles.claims(article.id)])).then((answer) => {
      if (answer && !left) setKnown({ people: answer[0], held: heldBy(answer[1]) });
    });
    return () => {
      left = true;
    };
  }, [article.id, send]);
  useEffect(() => {
    if (!refused) return;
    toast(refused, { kind: 'error' });
    onClose();
  }, [refused, toast, onClose]);
  return known && <PeopleDialog article={article} me={me} {...known} onClose={onClose} onSave={onSave} />;
}
