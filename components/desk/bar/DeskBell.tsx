'use client';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import Bell from '@/components/news/Bell';
import { onHeard } from '@/components/news/heard';
import type { Event } from '@/core/event/event';
import { useDeskActions } from '../actions';
import { useDeskStore } from '../state/use-desk';

/** What comes within this time is said together, in milliseconds. */
const TOGETHER = 700;

/** The bell at the desk. What others say here is also read out, politely and once. */
export default function DeskBell() {
  const words = useTranslations('news.arrivals');
  const actions = useDeskActions();
  const store = useDeskStore();
  const latest = useRef(words);
  useEffect(() => {
    latest.current = words;
  });
  useEffect(() => {
    let came: Event[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = () => {
      const [one, ...others] = came;
      came = [];
      if (!one) return;
      const { personById, numberOf } = store.getSnapshot();
      const who = personById.get(one.by)?.name ?? '';
      const number = numberOf.get(one.claimId ?? '') ?? 0;
      const kind = one.after?.kind === 'query' ? 'query' : one.after?.parentId ? 'reply' : 'note';
      actions.announce(
        others.length > 0
          ? latest.current('many', { count: others.length + 1 })
          : latest.current(kind, { who, number }),
      );
    };
    const stop = onHeard((event) => {
      if (event.kind !== 'comment.added') return;
      came.push(event);
      clearTimeout(timer);
      timer = setTimeout(say, TOGETHER);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store, actions]);
  return <Bell />;
}
