'use client';
import { useCallback, useEffect, useRef } from 'react';

/**
 * Runs work that moves what is on the screen, but never under a pointer that is down: a press that takes the focus from a field
 * is meant for what lies under the pointer, and a button that moved away before the release would not be clicked. Without a
 * press the work runs at once.
 */
export function useAfterPress(): (work: () => void) => void {
  const pressed = useRef(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    const options = { signal: abort.signal, capture: true };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const release = () => {
      pressed.current = false;
      // The click comes after the release, and belongs to the press.
      timer = setTimeout(() => {
        for (const work of waiting.current.splice(0)) work();
      });
    };
    addEventListener('pointerdown', () => (pressed.current = true), options);
    addEventListener('pointerup', release, options);
    addEventListener('pointercancel', release, options);
    // A drag that leaves as the browser's own has no release.
    addEventListener('dragend', release, options);
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, []);
  return useCallback((work) => {
    if (pressed.current) waiting.current.push(work);
    else work();
  }, []);
}
