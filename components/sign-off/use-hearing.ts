'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';

/** Events that come together are read together, after this many milliseconds. */
const TOGETHER = 400;

/**
 * Reads the page anew whenever something happens to the article, from event `since` on. Answers how often it did, so that the
 * page can say so.
 */
export function useHearing(articleId: string, since: number): number {
  const router = useRouter();
  const [heard, setHeard] = useState(0);
  const from = useRef(since);
  useEffect(() => {
    const stream = new EventSource(`/api/articles/${encodeURIComponent(articleId)}/events?since=${from.current}`);
    let timer: ReturnType<typeof setTimeout> | undefined;
    stream.onmessage = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        setHeard((times) => times + 1);
        router.refresh();
      }, TOGETHER);
    };
    return () => {
      clearTimeout(timer);
      stream.close();
    };
  }, [articleId, router]);
  return heard;
}
