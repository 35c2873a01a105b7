'use client';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ClaimFilter } from '@/core/claim/filter';

/** A part of the card that the keyboard goes to when it opens. */
export type FocusTarget = 'card' | 'rationale' | 'correction' | 'source' | 'citation' | 'comment' | 'verdict';

export type DeskDialog = 'keys' | 'export' | 'versions' | 'draft' | 'corrections' | 'people' | 'assign' | 'guests';

export interface ActiveClaim {
  readonly claimId: string;
  readonly anchorId: string | null;
  /** The ProseMirror position that the place begins at: it outlives the id that a new place has until the server names it. */
  readonly from: number | null;
}

/** What this person looks at: nothing of it is kept, sent or anyone else's. */
export interface DeskView {
  /** The claim whose card is open, and which of its places it stands at; null where it has none. */
  readonly active: ActiveClaim | null;
  /** The claim that the pointer is on, in the text, the margin or the list. */
  readonly hovered: string | null;
  /** Whether the person checks the text or edits it. */
  readonly mode: 'checking' | 'editing';
  /** Whether what editing needs is there. */
  readonly writable: boolean;
  readonly filter: ClaimFilter;
  /** A verdict's key, `''` for claims without one, null for all. */
  readonly verdict: string | null;
  /** The words selected in the article, once the button or key is released. */
  readonly selection: { readonly from: number; readonly to: number } | null;
  /** Sentences worth checking that no claim touches, as ProseMirror positions; empty until they are known. */
  readonly unmarked: readonly { readonly from: number; readonly to: number }[];
  readonly dialog: DeskDialog | null;
  /** The claims chosen in the list to do something with all of them; null while nobody is choosing. */
  readonly chosen: ReadonlySet<string> | null;
  /** Whether the list of claims, folded on narrow windows, is open over the article. */
  readonly list: boolean;
  /** Where the focus is asked to go; a new object each time. `citationId` names the row for `citation`. */
  readonly focus: { readonly target: FocusTarget; readonly citationId?: string } | null;
  /** The last thing said to a screen reader; `turn` makes the same words heard again. */
  readonly said: { readonly words: string; readonly turn: number };
  /** Counts activations: the margin is laid out anew for each, even of the same claim. */
  readonly turn: number;
  /** Counts the times that the article's lines moved. */
  readonly layout: number;
}

const start: DeskView = {
  active: null,
  hovered: null,
  mode: 'checking',
  writable: false,
  filter: 'all',
  verdict: null,
  selection: null,
  unmarked: [],
  dialog: null,
  chosen: null,
  list: false,
  focus: null,
  said: { words: '', turn: 0 },
  turn: 0,
  layout: 0,
};

export interface DeskViewStore {
  get(): DeskView;
  /** Lays `patch` over the view; nobody is told when nothing differs. */
  set(patch: Partial<DeskView>): void;
  subscribe(listener: () => void): () => void;
}

export function createDeskView(): DeskViewStore {
  let view = start;
  const listeners = new Set<() => void>();
  return {
    get: () => view,
    set(patch) {
      const keys = Object.keys(patch) as (keyof DeskView)[];
      if (keys.every((key) => Object.is(view[key], patch[key]))) return;
      view = { ...view, ...patch };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const DeskViewContext = createContext<DeskViewStore | null>(null);

export function useDeskView(): DeskViewStore {
  const view = useContext(DeskViewContext);
  if (!view) throw new Error('useDeskView needs a DeskViewContext above it');
  return view;
}

/** A part of the view; the component renders again only when that part is another value by `Object.is`. */
export function useView<T>(selector: (view: DeskView) => T): T {
  const store = useDeskView();
  return useSyncExternalStore(
    store.subscribe,
    () => selector(store.get()),
    () => selector(start),
  );
}
