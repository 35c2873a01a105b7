import { useEffect } from 'react';
import { useDesk } from './state/use-desk';

/** Asks before the page goes while something typed is neither on the server nor on this computer's disk. */
export function useWarnBeforeLeaving() {
  const unsafe = useDesk((desk) => desk.outbox.unsafe);
  useEffect(() => {
    if (!unsafe) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsafe]);
}
