'use client';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { DeskCommands, DeskStore } from './commands';
import type { DeskState } from './desk-state';

/** The desk's store for everything below it. */
export const DeskContext = createContext<DeskStore | null>(null);

/** The store itself, for what speaks with it beside its commands. */
export function useDeskStore(): DeskStore {
  const store = useContext(DeskContext);
  if (!store) throw new Error('useDesk needs a DeskContext above it');
  return store;
}

/**
 * A part of the desk's state. The component renders again only when the part is another value by `Object.is`, so select what
 * the state holds (`(desk) => desk.claimById.get(id)`), and build new objects from it in the component, with `useMemo`.
 */
export function useDesk<T>(selector: (state: DeskState) => T): T {
  const store = useDeskStore();
  const select = () => selector(store.getSnapshot());
  return useSyncExternalStore(store.subscribe, select, select);
}

/** What a person can do here; the same object for the life of the desk. */
export function useDeskCommands(): DeskCommands {
  return useDeskStore();
}
