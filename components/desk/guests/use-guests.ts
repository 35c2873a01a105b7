'use client';
import { useCallback, useEffect, useState } from 'react';
import { guests as calls } from '@/components/interface/operations';
import type { Guest } from '@/core/newsroom/guest';
import { useDesk } from '../state/use-desk';

/** The article's guests as the desk knows them, and as they are now: when a link was used is told by no event. */
export function useGuests(): [guests: readonly Guest[], readAgain: () => void] {
  const articleId = useDesk((desk) => desk.article.id);
  const known = useDesk((desk) => desk.guests);
  const [read, setRead] = useState<readonly Guest[] | null>(null);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads anew at each turn
  useEffect(() => {
    const abort = new AbortController();
    calls.list(articleId, abort.signal).then(
      setRead,
      // What the desk knows is shown until then.
      () => undefined,
    );
    return () => abort.abort();
  }, [articleId, known, turn]);
  const readAgain = useCallback(() => setTurn((now) => now + 1), []);
  return [read ?? known, readAgain];
}

/** The newest link of each guest. `guests` has the newest first. */
export function latestOf(guests: readonly Guest[]): Guest[] {
  const seen = new Set<string>();
  return guests.filter(({ personId }) => !seen.has(personId) && seen.add(personId));
}
