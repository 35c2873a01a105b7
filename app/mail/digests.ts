import { digestOf } from '@/core/newsroom/digest';
import { wordsOf } from '@/core/words/words';
import { noteMailed } from '@/db/changes/note-mailed';
import { waitingForDigest } from '@/db/queries/unmailed';
import type { Store } from '@/db/store';
import { log } from '../log';
import type { Post } from './post';

/** How long news are unread before a mail tells of them, and how often is looked for such, in milliseconds. */
const UNREAD_FOR = 10 * 60_000;
const EVERY = 60_000;
/** After a failure the same person is tried again this much later, then twice that, up to the longest. In milliseconds. */
const AGAIN = 2 * 60_000;
const LONGEST = 6 * 60 * 60_000;

export interface Digests {
  readonly store: Store;
  readonly post: Post;
  /** The public address, without a slash at its end. */
  readonly origin: string;
  readonly now?: () => number;
  readonly unreadFor?: number;
  readonly every?: number;
}

/**
 * Mails everybody's unread news, by a clock of its own, until it is stopped: then it finishes the mail in hand and no more. What the
 * server has taken is noted before the next mail goes out, so that nothing is mailed twice. A server that fails costs a line in the
 * log, which holds neither address nor text, and a pause.
 */
export class DigestRounds {
  private readonly failures = new Map<string, { count: number; until: number }>();
  private timer: NodeJS.Timeout | null = null;
  private going: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(private readonly digests: Digests) {}

  start(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.going = this.round()
        .catch((failure) => this.note(failure))
        .finally(() => this.start());
    }, this.digests.every ?? EVERY);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.going;
  }

  /** Mails whoever has waited long enough. Returns how many digests were taken. */
  async round(): Promise<number> {
    const { store, post, origin, now = Date.now, unreadFor = UNREAD_FOR } = this.digests;
    const words = wordsOf('news');
    const waiting = await waitingForDigest(store, new Date(now() - unreadFor).toISOString());
    let taken = 0;
    for (const { personId, email, news } of waiting) {
      if (this.stopped) break;
      if ((this.failures.get(personId)?.until ?? 0) > now()) continue;
      try {
        await post(email, digestOf(news, origin, words));
      } catch (failure) {
        this.putOff(personId, now());
        this.note(failure);
        continue;
      }
      this.failures.delete(personId);
      await noteMailed(
        store,
        news.map(({ id }) => id),
        new Date(now()).toISOString(),
      );
      taken++;
    }
    if (taken > 0) log().info({ route: 'digest', mails: taken });
    return taken;
  }

  private putOff(personId: string, now: number): void {
    const count = (this.failures.get(personId)?.count ?? 0) + 1;
    this.failures.set(personId, { count, until: now + Math.min(LONGEST, AGAIN * 2 ** (count - 1)) });
  }

  /** What failed, by its name and code: the words of a mail server's answer name the address. */
  private note(failure: unknown): void {
    const { name, code, responseCode } = failure as { name?: string; code?: string; responseCode?: number };
    log().warn({ route: 'digest', failure: { name, code, responseCode } });
  }
}
