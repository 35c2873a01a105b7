import { Problem } from '@/core/problem';

/** How many wrong tries one account may have from one address in a window, and how long that is, in milliseconds. */
const TRIES = 8;
const WINDOW = 10 * 60 * 1000;
/** The most pairs that are remembered: the oldest go first. */
const REMEMBERED = 20_000;

interface Pair {
  wrong: number;
  since: number;
  last: Promise<unknown>;
}

/**
 * Counts wrong sign-ins by account and address together: one person's mistakes shut out neither their newsroom behind the same
 * address nor the account's owner somewhere else. better-auth's own limiter keys by address and path and counts right ones too,
 * so it is off. Tries of one pair run one after another, so that many at once are no way around the count. Kept in memory: a
 * restart forgives, which an attacker cannot cause.
 */
export class Throttle {
  readonly #pairs = new Map<string, Pair>();

  constructor(private readonly clock: () => number = Date.now) {}

  /**
   * What `work` answers. It counts against the pair where `wrong(error)` says that its failure was a wrong try; success forgets
   * the count. Throws `too-many-requests` past the limit, with the seconds to wait in `extra.retryAfter`.
   */
  async attempt<T>(
    account: string,
    address: string,
    work: () => Promise<T>,
    wrong: (error: unknown) => boolean,
  ): Promise<T> {
    const key = `${account}\n${address}`;
    const pair = this.#pair(key);
    const turn = pair.last.then(async () => {
      const now = this.clock();
      if (now - pair.since >= WINDOW) Object.assign(pair, { wrong: 0, since: now });
      if (pair.wrong >= TRIES) throw tooMany(Math.ceil((pair.since + WINDOW - now) / 1000));
      try {
        const value = await work();
        pair.wrong = 0;
        return value;
      } catch (error) {
        if (wrong(error)) {
          if (pair.wrong === 0) pair.since = now;
          pair.wrong += 1;
        }
        throw error;
      }
    });
    pair.last = turn.catch(() => undefined);
    return turn;
  }

  #pair(key: string): Pair {
    const known = this.#pairs.get(key);
    if (known) return known;
    if (this.#pairs.size >= REMEMBERED) this.#forgetOldest();
    const pair = { wrong: 0, since: this.clock(), last: Promise.resolve() };
    this.#pairs.set(key, pair);
    return pair;
  }

  #forgetOldest(): void {
    for (const [key, pair] of this.#pairs) {
      if (this.#pairs.size < REMEMBERED && this.clock() - pair.since < WINDOW) return;
      this.#pairs.delete(key);
    }
  }
}

function tooMany(seconds: number): Problem {
  return new Problem('too-many-requests', { seconds }, { retryAfter: seconds });
}
