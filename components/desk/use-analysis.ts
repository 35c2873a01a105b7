'use client';
import { useEffect, useState } from 'react';
import type { Analysis } from './analyse';
import { docOf } from './places';
import { useDesk } from './state/use-desk';

/** How long claims may change before the sentences are counted again, in milliseconds: nobody waits for the number. */
const PAUSE = 120;
/** While the text is being changed, its sentences are read again once that rests. */
const EDITING_PAUSE = 900;

/** Coverage and repeats of the article as it stands; null until they are known, and the last known while claims change. */
export function useAnalysis(editing: boolean): Analysis | null {
  const json = useDesk((desk) => desk.article.doc);
  const language = useDesk((desk) => desk.article.language);
  const claims = useDesk((desk) => desk.claims);
  const looks = useDesk((desk) => desk.article.looks);
  const [analysis, setAnalysis] = useState<Analysis | null>(null);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(
      async () => {
        const { analyse } = await import('./analyse');
        if (current) setAnalysis((last) => settled(last, analyse(docOf(json), language, claims, looks)));
      },
      editing ? EDITING_PAUSE : PAUSE,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [json, language, claims, looks, editing]);
  return analysis;
}

/** What did not change stays the same object, so that nobody draws it again. */
function settled(last: Analysis | null, next: Analysis): Analysis {
  const uncovered =
    last?.uncovered.length === next.uncovered.length &&
    last.uncovered.every(({ from, to }, at) => from === next.uncovered[at]!.from && to === next.uncovered[at]!.to)
      ? last.uncovered
      : next.uncovered;
  return { ...next, uncovered, repeated: same(last?.repeated, next.repeated) ? last!.repeated : next.repeated };
}

function same(last: ReadonlyMap<number, number> | undefined, next: ReadonlyMap<number, number>): boolean {
  return last?.size === next.size && [...next].every(([block, first]) => last.get(block) === first);
}
