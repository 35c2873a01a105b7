'use client';
import { useEffect, useRef } from 'react';
import type { DeskActions } from './actions';
import { useDesk } from './state/use-desk';
import type { DeskViewStore } from './view';

const PREFIX = '#claim-';

/**
 * Keeps the address and the open claim the same: `#claim-<id>` opens a claim, and opening one writes it there. An address may
 * name a claim that this desk has not heard of yet, since somebody sent it the moment it was made: it opens once it arrives.
 */
export function useHash(actions: DeskActions, view: DeskViewStore) {
  const wanted = useRef<string | null>(null);
  const claimById = useDesk((desk) => desk.claimById);

  useEffect(() => {
    const read = () => {
      const id = location.hash.startsWith(PREFIX) ? decodeURIComponent(location.hash.slice(PREFIX.length)) : null;
      if (!id || id === view.get().active?.claimId) return;
      wanted.current = id;
      if (actions.open(id, { scroll: true })) wanted.current = null;
    };
    let shown = view.get().active?.claimId;
    const write = () => {
      const id = view.get().active?.claimId;
      // Only what was opened or closed is written: an address that was just changed has not been read yet.
      if (id === shown) return;
      shown = id;
      wanted.current = null;
      const hash = id ? `${PREFIX}${encodeURIComponent(id)}` : '';
      if (hash === location.hash || (!id && !location.hash.startsWith(PREFIX))) return;
      // Next keeps its own state in the history: it must come along.
      history.replaceState(history.state, '', `${location.pathname}${location.search}${hash}`);
    };
    read();
    const stop = view.subscribe(write);
    addEventListener('hashchange', read);
    return () => {
      stop();
      removeEventListener('hashchange', read);
    };
  }, [actions, view]);

  useEffect(() => {
    if (wanted.current && claimById.has(wanted.current)) actions.open(wanted.current, { scroll: true });
  }, [actions, claimById]);
}
