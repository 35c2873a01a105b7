'use client';
import { useEffect } from 'react';
import type { DeskActions } from './actions';
import type { DeskViewStore } from './view';

const PREFIX = '#claim-';

/** Keeps the address and the open claim the same: `#claim-<id>` opens a claim, and opening one writes it there. */
export function useHash(actions: DeskActions, view: DeskViewStore) {
  useEffect(() => {
    const read = () => {
      const id = location.hash.startsWith(PREFIX) ? decodeURIComponent(location.hash.slice(PREFIX.length)) : null;
      if (id && id !== view.get().active?.claimId) actions.open(id, { scroll: true });
    };
    const write = () => {
      const id = view.get().active?.claimId;
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
}
