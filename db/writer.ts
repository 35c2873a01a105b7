import type Database from 'better-sqlite3';
import type { Event } from '@/core/event/event';
import type { Db } from './database';

/** A piece of work in a transaction: it awaits nothing but its own statements, and never the store. */
export type Work<T> = (db: Db) => Promise<T>;

interface Job {
  work: Work<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** How many changes may share a transaction: enough for every client of a busy desk, few enough to keep the first one waiting briefly. */
const LARGEST_GROUP = 128;

/**
 * The queue before the one writing connection. Changes that wait together share one `BEGIN IMMEDIATE … COMMIT`, and so one
 * fsync, each in a savepoint of its own: one that fails is undone alone. Nobody is answered before the commit is on disk; when
 * the commit itself fails, all of its changes are refused.
 */
export class Writer {
  #waiting: Job[] = [];
  #draining: Promise<void> | null = null;
  #closed = false;
  readonly #begin;
  readonly #commit;
  readonly #rollback;
  readonly #savepoint;
  readonly #release;
  readonly #undo;

  constructor(
    private readonly client: Database.Database,
    private readonly db: Db,
    /** Hears the events of every commit, in order, before its changes are answered. */
    private readonly committed: (events: Event[]) => void,
  ) {
    this.#begin = client.prepare('BEGIN IMMEDIATE');
    this.#commit = client.prepare('COMMIT');
    this.#rollback = client.prepare('ROLLBACK');
    this.#savepoint = client.prepare('SAVEPOINT change');
    this.#release = client.prepare('RELEASE change');
    this.#undo = client.prepare('ROLLBACK TO change');
  }

  /** Resolves with what `work` returned once it is on disk; rejects with what it threw, or with why the commit failed. */
  enqueue<T>(work: Work<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('The store is closed.'));
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      this.#draining ??= this.#drain();
    });
  }

  /** Refuses new work and resolves when all that waited is answered. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#draining;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      await eventLoopTurn();
      await this.#commitGroup(this.#waiting.splice(0, LARGEST_GROUP));
    }
    this.#draining = null;
  }

  async #commitGroup(jobs: Job[]): Promise<void> {
    const done: { job: Job; value: unknown }[] = [];
    const failed: { job: Job; error: unknown }[] = [];
    const events: Event[] = [];
    try {
      this.#begin.run();
      for (const job of jobs) {
        const outcome = await this.#try(job.work);
        if (!outcome.ok) failed.push({ job, error: outcome.error });
        else {
          done.push({ job, value: outcome.value });
          events.push(...outcome.events);
        }
        // A full disk or an I/O error makes SQLite undo the whole transaction by itself.
        if (!this.client.inTransaction) throw outcome.ok ? new Error('The transaction was lost.') : outcome.error;
      }
      this.#commit.run();
    } catch (error) {
      if (this.client.inTransaction) this.#rollback.run();
      this.db.docs.clear();
      for (const job of jobs) job.reject(failed.find((one) => one.job === job)?.error ?? error);
      return;
    }
    if (events.length > 0) this.committed(events);
    for (const { job, error } of failed) job.reject(error);
    for (const { job, value } of done) job.resolve(value);
  }

  async #try(work: Work<unknown>) {
    const events: Event[] = [];
    this.#savepoint.run();
    this.db.happened = events;
    try {
      const value = await work(this.db);
      this.#release.run();
      return { ok: true as const, value, events };
    } catch (error) {
      if (this.client.inTransaction) {
        this.#undo.run();
        this.#release.run();
      }
      // What tells of something has written something, the text of a version perhaps.
      if (events.length > 0) this.db.docs.clear();
      return { ok: false as const, error };
    } finally {
      this.db.happened = null;
    }
  }
}

/** Lets every request that is ready reach the queue, so that it joins the group instead of waiting for the next one. */
function eventLoopTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
