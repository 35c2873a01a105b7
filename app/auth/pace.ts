import { Problem } from '@/core/problem';

/** The window that is counted in, in milliseconds. */
const WINDOW = 10 * 60 * 1000;
/** The most names that are remembered: the oldest go first. */
const REMEMBERED = 20_000;

/** By name, how often since when (milliseconds). Plain data: several copies of this code can count in one. */
export type Counts = Map<string, { count: number; since: number }>;

/** Lets each name do something so many times in ten minutes. Kept in memory: a restart forgives. */
export class Pace {
  readonly #counts: Counts;

  constructor(
    private readonly most: number,
    private readonly clock: () => number = Date.now,
    counts: Counts = new Map(),
  ) {
    this.#counts = counts;
  }

  /** Counts one. Throws `too-many-requests` past the limit, with the seconds to wait in `extra.retryAfter`. */
  count(name: string): void {
    const now = this.clock();
    const known = this.#counts.get(name);
    const fresh = !known || now - known.since >= WINDOW;
    const counted = fresh ? { count: 0, since: now } : known;
    if (counted.count >= this.most) {
      const seconds = Math.ceil((counted.since + WINDOW - now) / 1000);
      throw new Problem('too-many-requests', { seconds }, { retryAfter: seconds });
    }
    counted.count += 1;
    if (!fresh) return;
    // The newest window stands last, so that the first ones are those to forget.
    this.#counts.delete(name);
    this.#counts.set(name, counted);
    if (this.#counts.size > REMEMBERED) this.#counts.delete(this.#counts.keys().next().value!);
  }
}
