'use client';
import { useEffect, useState } from 'react';
import type { Analysis } from './analyse';
import { docOf } from './places';
import { useDesk } from './state/use-desk';

/** How long claims may change before the sentences are counted again, in milliseconds: nobody waits for the number. */
const PAUSE = 120;

/** Coverage and repeats of the article as it stands; null until they are known, and the last known while claims change. */
export function useAnalysis(): Analysis | null {
  const json = useDesk((desk) => desk.article.doc);
  const language = useDesk((desk) => desk.article.language);
  const claims = useDesk((desk) => desk.claims);
  const [analysis, setAnalysis] = useState<Analysis | null>(null);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      const { analyse } = await import('./analyse');
      if (current) setAnalysis(analyse(docOf(json), language, claims));
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [json, language, claims]);
  return analysis;
}
