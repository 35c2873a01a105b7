'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '@/components/ui/Icon';
import { type SourcesView, sourcesAddress } from './looked-for';

/** How long a person pauses before the list follows what they type, in milliseconds. */
const PAUSE = 250;

/** Finds by title, publisher or address as one types; without script it is a plain form. */
export function FindSource({ view }: { view: SourcesView }) {
  const words = useTranslations('sources.find');
  const router = useRouter();
  const [q, setQ] = useState(view.q);
  const asked = useRef(view.q);
  useEffect(() => {
    if (q.trim() === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = q.trim();
      router.replace(sourcesAddress(view, { q: q.trim(), cursor: null }), { scroll: false });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [q, view, router]);
  return (
    <search>
      <form className="find-source" action="/sources">
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
