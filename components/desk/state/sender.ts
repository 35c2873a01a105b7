import { ProblemAnswer } from '@/components/interface/call';
import { backOff } from './back-off';
import type { WaitingReason } from './desk-state';
import type { Entry, Refused } from './entry';
import { hasShape } from './landing';
import { entryOf, type Ledger, standingsOf } from './ledger';
import { isAnswerTo, type Request, requestOf } from './request';
import type { Sent } from './settlement';

/** So often may the server fail on one entry before the rest of the queue goes past it. */
const PATIENCE = 3;
/** So often in a row is one entry sent again because its record moved on, before it waits like after a failure. */
const REBASES = 5;

export type Down = Exclude<WaitingReason, 'earlier'>;

export interface SenderPorts {
  ledger(): Ledger;
  /** Calls the interface as `call` does. */
  call(method: Request['method'], path: string, init: Request['init']): Promise<unknown>;
  /** Runs while no other tab sends; has everything that is kept, by any tab, in the ledger before `work` starts. */
  alone(work: () => Promise<void>): Promise<void>;
  /** Whether an entry is still being typed. */
  isQuiet(entry: Entry): boolean;
  /** Before the call: resolves once the shelf knows that this edit is on its way. */
  onDeparture(sent: Sent): Promise<void>;
  onAcknowledged(sent: Sent, record: unknown): void;
  onRefused(sent: Sent, refusal: Refused): void;
  onFailed(sent: Sent): void;
  /** A record as the server has it. */
  onLearned(record: unknown): void;
  /** The text has gone on since the places of an entry were named: takes its edits in. Whether the server answered. */
  onBehind(): Promise<boolean>;
  /** `down` or the time of the next try changed. */
  onState(): void;
  /** Whether this computer has a network at all. */
  isOnline(): boolean;
  now(): number;
  later(work: () => void, milliseconds: number): () => void;
  /** From 0 to 1. */
  random(): number;
}

/**
 * Sends the queue, one call at a time and in order, until the server has it all. What fails is tried again, ever more slowly and
 * at once when there is reason to hope; what the server refuses is put before the person.
 */
export class Sender {
  /** Why nothing goes out; null while the server answers. */
  down: Down | null = null;
  nextTryAt: number | null = null;
  private failures = 0;
  private readonly rests = new Map<string, { cancel: () => void }>();
  private passing = false;
  private again = false;
  private cancelTry: (() => void) | null = null;
  private finishing = false;
  private current: Promise<void> = Promise.resolve();

  constructor(private readonly ports: SenderPorts) {}

  /** Entries that rest because the server failed on them. */
  get resting(): ReadonlySet<string> {
    return new Set(this.rests.keys());
  }

  /** Sends what is ready, unless the server is known to be down and its next try is not due. */
  wake(): void {
    if (this.nextTryAt === null) this.pass();
  }

  /** Sends what is ready now, whatever is known of the server: it may have come back, the person may have signed in. */
  tryNow(): void {
    for (const { cancel } of this.rests.values()) cancel();
    this.rests.clear();
    this.pass();
  }

  /** Sends what is ready once more, tries nothing again, and resolves when that is over: the desk is being left. */
  async finish(): Promise<void> {
    this.finishing = true;
    this.cancelTry?.();
    for (const { cancel } of this.rests.values()) cancel();
    if (this.down === null) await this.pass();
  }

  /** The server answered somebody: what waited for it may go. */
  reached(): void {
    if (this.down === null || this.down === 'sign-in') return;
    this.up();
    this.pass();
  }

  private pass(): Promise<void> {
    if (this.passing) {
      this.again = true;
      return this.current;
    }
    this.passing = true;
    this.cancelTry?.();
    this.cancelTry = null;
    this.nextTryAt = null;
    this.current = this.passes();
    return this.current;
  }

  private async passes(): Promise<void> {
    try {
      do {
        this.again = false;
        if (this.next()) await this.ports.alone(() => this.sendAll());
      } while (this.again && this.nextTryAt === null);
    } catch {
      // The wait for the other tabs was broken off: they send it.
    } finally {
      this.passing = false;
    }
  }

  private async sendAll(): Promise<void> {
    let rebases = 0;
    let last: string | null = null;
    for (let entry = this.next(); entry; entry = this.next()) {
      rebases = entry.id === last ? rebases + 1 : 0;
      last = entry.id;
      if (rebases > REBASES) this.wait('server', null);
      if (rebases > REBASES || !(await this.send(entry))) return;
    }
  }

  private next(): Entry | undefined {
    const ledger = this.ports.ledger();
    const standings = standingsOf(ledger);
    return ledger.entries.find(
      (entry) => standings.get(entry.id) === 'ready' && !this.rests.has(entry.id) && !this.ports.isQuiet(entry),
    );
  }

  /** Sends one entry. False when the server cannot take anything now. */
  private async send(entry: Entry): Promise<boolean> {
    const sent: Sent = { entryId: entry.id, stamp: entry.stamp };
    await this.ports.onDeparture(sent);
    // While the shelf was written, the person may have typed on or let the change go, and someone else may have changed the same:
    // sent now, with the revision that is known by now, it would go over what nobody has seen.
    const ledger = this.ports.ledger();
    if (entryOf(ledger, entry.id)?.stamp !== entry.stamp || standingsOf(ledger).get(entry.id) !== 'ready') return true;
    try {
      const { method, path, init } = requestOf(entry, ledger);
      const record = await this.ports.call(method, path, init);
      if (!isAnswerTo(entry, record)) return this.wait('server', null);
      this.up();
      this.ports.onAcknowledged(sent, record);
      return true;
    } catch (failure) {
      return await this.settle(entry, sent, failure);
    }
  }

  private async settle(entry: Entry, sent: Sent, failure: unknown): Promise<boolean> {
    if (!(failure instanceof ProblemAnswer)) return this.wait(this.ports.isOnline() ? 'server' : 'network', null);
    const { status, code, message, errors, current, retryAfter } = failure;
    if (status === 401) return this.wait('sign-in', null);
    if (status === 429 || status === 503) return this.wait(status === 429 ? 'busy' : 'server', retryAfter);
    if (status >= 500 || status === 408) return this.failedOn(entry, sent, retryAfter);
    this.up();
    if (status === 409 && hasShape(current)) {
      this.ports.onLearned(current);
      return true;
    }
    if (status === 409 && code === 'stale') return (await this.ports.onBehind()) || this.wait('server', null);
    if (status === 404 && entry.method === 'DELETE') {
      this.ports.onAcknowledged(sent, undefined);
      return true;
    }
    this.ports.onRefused(sent, { status, code, message, errors });
    return true;
  }

  /** A server that fails on everything is down; one that keeps failing on one entry must not hold up the others. */
  private failedOn(entry: Entry, sent: Sent, retryAfter: number | null): boolean {
    this.ports.onFailed(sent);
    if (entry.failures + 1 < PATIENCE) return this.wait('server', retryAfter);
    this.up();
    const wait = backOff(entry.failures + 1 - PATIENCE, this.ports.random());
    const rested = () => {
      this.rests.delete(entry.id);
      this.wake();
    };
    this.rests.set(entry.id, { cancel: this.finishing ? () => {} : this.ports.later(rested, wait) });
    this.ports.onState();
    return true;
  }

  /** Nothing goes out until the next try. Always false. */
  private wait(reason: Down, asked: number | null): false {
    this.down = reason;
    const wait = Math.max(asked ?? 0, backOff(this.failures++, this.ports.random()));
    this.nextTryAt = this.ports.now() + wait;
    this.cancelTry?.();
    if (!this.finishing) this.cancelTry = this.ports.later(() => this.pass(), wait);
    this.ports.onState();
    return false;
  }

  private up(): void {
    this.failures = 0;
    this.nextTryAt = null;
    this.cancelTry?.();
    this.cancelTry = null;
    if (this.down === null) return;
    this.down = null;
    this.ports.onState();
  }
}
