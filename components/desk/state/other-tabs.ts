import type { Sent } from './settlement';

/** What a tab tells the person's other tabs on the same article. */
export type TabMessage =
  /** The shelf holds something new. */
  | { readonly kind: 'kept' }
  /** The server acknowledged an edit; `record` is its answer. */
  | { readonly kind: 'acknowledged'; readonly sent: Sent; readonly record: unknown };

/** The other tabs of this person on this article, in this browser. */
export interface OtherTabs {
  /** Runs `work` while no other tab does the same: one tab sends at a time. Rejects when `signal` aborts the wait. */
  alone(work: () => Promise<void>, signal: AbortSignal): Promise<void>;
  tell(message: TabMessage): void;
  close(): void;
}

/**
 * Over Web Locks and a BroadcastChannel. A tab that holds the lock is not frozen by the browser, and gives it up when it dies.
 * Plain http on anything but localhost has no Web Locks: there, tabs may send the same edit twice, and the interface's own rules
 * (ids that the client chose, If-Match) keep that from doing harm.
 */
export function joinTabs(personId: string, articleId: string, hear: (message: TabMessage) => void): OtherTabs {
  const name = `stet-outbox ${personId} ${articleId}`;
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => hear(data);
  return {
    alone: async (work, signal) => {
      const locks = navigator.locks as LockManager | undefined;
      if (locks) await locks.request(name, { signal }, work);
      else await work();
    },
    tell: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}
