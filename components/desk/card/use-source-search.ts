'use client';
import { useCallback, useEffect, useState } from 'react';
import type { ListedSource } from '@/core/source/source';
import { useDeskCommands } from '../state/use-desk';

/** How long typing pauses before the server is asked, in milliseconds. */
const PAUSE = 150;
/** How long a pasted address waits to hear whether the page is known already, in milliseconds. */
const PATIENCE = 1500;

export interface SourceSearch {
  /** Best first; those of the last question that was answered. */
  found: readonly ListedSource[];
  state: 'idle' | 'asking' | 'found' | 'none' | 'unreachable';
  /** Asks at once; nothing when the server does not answer in time. */
  now: (query: string) => Promise<readonly ListedSource[]>;
}

/** Sources used before that match what is typed. */
export function useSourceSearch(query: string): SourceSearch {
  const { findSources } = useDeskCommands();
  const [{ found, state }, set] = useState<Pick<SourceSearch, 'found' | 'state'>>({ found: [], state: 'idle' });
  const asked = query.trim();
  useEffect(() => {
    if (asked.length < 2) {
      set({ found: [], state: 'idle' });
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      set((last) => ({ ...last, state: 'asking' }));
      try {
        const answer = await findSources(asked, stop.signal);
        set({ found: answer, state: answer.length > 0 ? 'found' : 'none' });
      } catch {
        if (!stop.signal.aborted) set({ found: [], state: 'unreachable' });
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, findSources]);
  const now = useCallback(
    (text: string) => findSources(text, AbortSignal.timeout(PATIENCE)).catch(() => []),
    [findSources],
  );
  return { found, state, now };
}
