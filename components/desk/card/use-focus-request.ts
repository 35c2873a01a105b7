'use client';
import { useEffect, useRef } from 'react';
import { type FocusTarget, useDeskView, useView } from '../view';

/** Calls `act` when the keyboard is asked to go to this part of the card; once for each time of asking. */
export function useFocusRequest(target: FocusTarget, act: () => void, citationId?: string) {
  const view = useDeskView();
  const focus = useView((now) => now.focus);
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (focus?.target !== target || focus.citationId !== citationId) return;
    view.set({ focus: null });
    latest.current();
  }, [focus, target, citationId, view]);
}
