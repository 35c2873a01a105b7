import { useMemo } from 'react';
import type { ToldText } from '@/components/editor/told';
import { docOf } from './places';
import { stepsSince } from './state/steps-since';
import { useDesk } from './state/use-desk';

/** The server's text as the editor follows it. */
export function useText(): ToldText {
  const json = useDesk((desk) => desk.article.doc);
  const version = useDesk((desk) => desk.article.version);
  const steps = useDesk((desk) => desk.steps);
  return useMemo(() => {
    const doc = docOf(json);
    return { doc, version, since: (since) => stepsSince({ version, steps }, since) };
  }, [json, version, steps]);
}
