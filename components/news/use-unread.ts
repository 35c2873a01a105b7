'use client';
import { useCallback, useEffect, useState } from 'react';
import { onHeard } from './heard';
import { news } from './news-calls';

/** How often is asked while the page is in sight, and how soon after the desk has heard of something, in milliseconds. */
const QUIETLY = 60_000;
const SOON = 400;

/**
 * How many news are unread; null until it is known. An open desk hears of what happens in its article, and then asks at once. News of
 * other articles come to no stream that is open, and one more a page would use up the connections that a browser has for all its
 * tabs: they are asked for when the person comes back to the page, and now and then while they look at it.
 */
export function useUnread(): [unread: number | null, set: (unread: number) => void] {
  const [unread, setUnread] = useState<number | null>(null);
  const ask = useCallback((signal: AbortSignal) => {
    // Whatever fails is asked again: nobody waits for it.
    news.unread(signal).then(setUnread, () => undefined);
  }, []);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const inSight = () => document.visibilityState === 'visible' && ask(signal);
    let soon: ReturnType<typeof setTimeout> | undefined;
    const stop = onHeard(() => {
      clearTimeout(soon);
      soon = setTimeout(() => ask(signal), SOON);
    });
    ask(signal);
    const timer = setInterval(inSight, QUIETLY);
    addEventListener('focus', inSight, { signal });
    document.addEventListener('visibilitychange', inSight, { signal });
    return () => {
      leaving.abort();
      stop();
      clearInterval(timer);
      clearTimeout(soon);
    };
  }, [ask]);
  return [unread, setUnread];
}
