import type { Method } from '@/components/interface/call';
import { newId } from '@/components/interface/new-id';
import type { StreamHands } from './event-stream';
import { joinTabs, type OtherTabs, type TabMessage } from './other-tabs';
import type { Shelf } from './outbox-shelf';

/** Everything that the desk's store touches outside itself, so that tests can put something else there. */
export interface World {
  call(method: Method, path: string, init?: { body?: object; ifMatch?: number; personId?: string }): Promise<unknown>;
  openShelf(): Promise<Shelf>;
  joinTabs(personId: string, articleId: string, hear: (message: TabMessage) => void): OtherTabs;
  openEvents(url: string, hands: StreamHands): () => void;
  /** Takes a name for as long as this page lives; false when another page of this browser has it. */
  hold(name: string): Promise<boolean>;
  now(): number;
  later(work: () => void, milliseconds: number): () => void;
  random(): number;
  newId(): string;
  isHidden(): boolean;
  /** Whether this computer has a network at all; that it does says nothing of the server. */
  isOnline(): boolean;
  /** Calls back when there is reason to hope or to hurry; returns the way to stop. */
  watch(signals: Signals): () => void;
}

export interface Signals {
  /** The network is back, or the tab is looked at again. */
  hope(): void;
  /** The network is gone. */
  offline(): void;
  /** The tab is hidden, left or closed: what is still being typed should be on its way. */
  hurry(): void;
  visibility(): void;
}

/** The browser as it is. Nothing of it is touched before a function is called, so the module may load on the server. */
export const browser: World = {
  call: async (...asked) => (await import('@/components/interface/call')).call(...asked),
  openShelf: async () => (await import('./disk-shelf')).openShelf(),
  joinTabs,
  openEvents(url, hands) {
    const source = new EventSource(url);
    source.onopen = hands.opened;
    source.onmessage = ({ data, lastEventId }) => hands.message(data, lastEventId);
    source.addEventListener('presence', ({ data }: MessageEvent<string>) => hands.presence(data));
    source.onerror = hands.failed;
    return () => {
      source.onopen = source.onmessage = source.onerror = null;
      source.close();
    };
  },
  hold(name) {
    const locks = navigator.locks as LockManager | undefined;
    if (!locks) return Promise.resolve(true);
    return new Promise((resolve) => {
      locks.request(name, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        // Held until the page goes.
        return lock ? new Promise(() => undefined) : undefined;
      });
    });
  },
  now: () => Date.now(),
  later: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  random: Math.random,
  newId,
  isHidden: () => document.visibilityState === 'hidden',
  isOnline: () => navigator.onLine,
  watch({ hope, offline, hurry, visibility }) {
    const abort = new AbortController();
    const { signal } = abort;
    window.addEventListener('online', hope, { signal });
    window.addEventListener('offline', offline, { signal });
    window.addEventListener('focus', hope, { signal });
    window.addEventListener('pageshow', hope, { signal });
    window.addEventListener('pagehide', hurry, { signal });
    window.addEventListener('blur', hurry, { signal });
    document.addEventListener(
      'visibilitychange',
      () => {
        visibility();
        if (document.visibilityState === 'hidden') hurry();
        else hope();
      },
      { signal },
    );
    return () => abort.abort();
  },
};
