import { Worker } from 'node:worker_threads';
import { Problem, type ProblemCode } from '@/core/problem';
import type { JobName, Jobs, Ordered, Outcome } from './jobs';

interface Waiting {
  readonly order: Ordered;
  /** The most that it may take from the moment that it begins, in milliseconds. */
  readonly time: number;
  readonly signal: AbortSignal | undefined;
  resolve(made: unknown): void;
  reject(why: unknown): void;
}

/** How long an idle thread is kept warm, in milliseconds: the next person need not wait for its start, and its memory is not held for ever. */
const WARM = 30_000;

/** Megabytes for values that have just been made, beside the heap. */
const YOUNG = 16;

/**
 * A job that has had its time on the clock is ended once this share of it was also spent working; a machine that has other things
 * to do must not make an innocent file look like a hostile one. Beyond so many times its time it is ended all the same.
 */
const WORKED = 0.7;
const PATIENCE = 8;
/** How often that is looked at, in milliseconds. */
const LOOK = 100;

/**
 * A place of work with one thread, which does one job at a time in the order in which they came. A job that goes beyond its
 * bounds, or that nobody waits for any more, ends its thread; the next one begins with a new one.
 */
export class Bench {
  readonly #waiting: Waiting[] = [];
  #thread: Worker | null = null;
  #busy = false;
  #cooling: NodeJS.Timeout | undefined;

  constructor(
    /** The built file of one of `threads/`. */
    private readonly file: string,
    /** The most that its thread's heap may hold, in megabytes. */
    private readonly memory: number,
  ) {}

  /**
   * Throws what the job throws; `too-demanding` when it went beyond its bounds; the signal's reason when it was given up.
   */
  do<N extends JobName>(
    name: N,
    asked: Jobs[N]['asked'],
    time: number,
    signal?: AbortSignal,
  ): Promise<Jobs[N]['made']> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ order: { name, asked }, time, signal, resolve: resolve as Waiting['resolve'], reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    clearTimeout(this.#cooling);
    await this.#thread?.terminate();
    this.#thread = null;
  }

  #next(): void {
    if (this.#busy) return;
    const waiting = this.#waiting.shift();
    if (!waiting) {
      this.#cooling = setTimeout(() => void this.close(), WARM);
      this.#cooling.unref();
      return;
    }
    if (waiting.signal?.aborted) {
      waiting.reject(waiting.signal.reason);
      this.#next();
      return;
    }
    clearTimeout(this.#cooling);
    this.#busy = true;
    void this.#work(waiting).finally(() => {
      this.#busy = false;
      this.#next();
    });
  }

  async #work({ order, time, signal, resolve, reject }: Waiting): Promise<void> {
    const thread = this.#thread ?? this.#begin();
    const listening = new AbortController();
    try {
      resolve(madeOf(await outcomeOf(thread, order, time, signal, listening.signal)));
    } catch (error) {
      // A refusal leaves the thread as good as it was; whatever else ended the job may still be at it.
      if (!(error instanceof Problem) || error.code === 'too-demanding') await this.#end(thread);
      reject(error);
    } finally {
      listening.abort();
    }
  }

  #begin(): Worker {
    const thread = new Worker(this.file, {
      resourceLimits: { maxOldGenerationSizeMb: this.memory, maxYoungGenerationSizeMb: YOUNG },
    });
    thread.unref();
    // What a dying thread has to say beside its job concerns nobody.
    thread.on('error', () => undefined);
    thread.on('exit', () => {
      if (this.#thread === thread) this.#thread = null;
    });
    this.#thread = thread;
    return thread;
  }

  async #end(thread: Worker): Promise<void> {
    if (this.#thread === thread) this.#thread = null;
    await thread.terminate();
  }
}

/** What becomes of an order: what the thread answers, or why there will be no answer. Stops listening when `done` is aborted. */
function outcomeOf(
  thread: Worker,
  order: Ordered,
  time: number,
  signal: AbortSignal | undefined,
  done: AbortSignal,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const demanding = () => reject(new Problem('too-demanding'));
    const late = whenSpent(time, demanding);
    const died = (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? demanding() : reject(error);
    const left = () => reject(new Error('The thread ended before its job did.'));
    thread.on('message', resolve).on('error', died).on('exit', left);
    signal?.addEventListener('abort', () => reject(signal.reason), { signal: done });
    done.addEventListener('abort', () => {
      clearInterval(late);
      thread.off('message', resolve).off('error', died).off('exit', left);
    });
    thread.postMessage(order);
  });
}

/** Calls `spent` when a job has had its time. */
function whenSpent(time: number, spent: () => void): NodeJS.Timeout {
  const began = performance.now();
  const before = process.cpuUsage();
  return setInterval(() => {
    const passed = performance.now() - began;
    const { user, system } = process.cpuUsage(before);
    const worked = (user + system) / 1000;
    if (passed >= PATIENCE * time || (passed >= time && worked >= WORKED * time)) spent();
  }, LOOK);
}

function madeOf(outcome: Outcome): unknown {
  if ('made' in outcome) return outcome.made;
  if ('refused' in outcome) {
    const { code, values, extra } = outcome.refused;
    throw new Problem(code as ProblemCode, values, extra);
  }
  const error = new Error('A job of the workshop failed.');
  error.name = outcome.failed.name;
  error.stack = outcome.failed.stack ?? error.stack;
  throw error;
}
