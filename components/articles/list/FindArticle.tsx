'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '@/components/ui/Icon';
import { addressOf, type View } from './listed';

/** How long a person pauses before the list follows what they type, in milliseconds. */
const PAUSE = 250;

/** Finds by title as one types; without script it is a plain form. */
export function FindArticle({ view }: { view: View }) {
  const words = useTranslations('articles.find');
  const router = useRouter();
  const [q, setQ] = useState(view.q);
  const asked = useRef(view.q);

  useEffect(() => {
    if (q.trim() === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = q.trim();
      router.replace(addressOf(view, { q: q.trim() }), { scroll: false });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [q, view, router]);

  return (
    <search>
      <form className="find" action="/">
        {view.tab !== 'to-check' && <input type="hidden" name="tab" value={view.tab} />}
        {view.order !== 'deadline' && <input type="hidden" name="order" value={view.order} />}
        <Icon name="search" size={14} />
        <input
          type="search"
          name="q"
          value={q}
          aria-label={words('label')}
          placeholder={words('placeholder')}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => setQ(event.target.value)}
        />
      </form>
    </search>
  );
}
