import type { Step } from 'prosemirror-transform';
import type { Writer } from '@/components/editor/writing/writing';
import { ProblemAnswer } from '@/components/interface/call';
import type { Placements } from '@/core/anchor/placement';
import { backOff } from './back-off';
import type { Down } from './sender';
import type { TextTold } from './text';

/** What is written is sent together when the keys pause this long, in milliseconds: a colleague sees it within the second. */
const PAUSE = 120;
/** Who types without a pause is still sent this often. */
const LONGEST = 400;
/** So many steps go out in one call, at most. */
const BATCH = 500;

/** The server said no to edits: they stay in the text here until the person decides. */
export interface TextRefusal {
  readonly status: number;
  /** The server's sentence, ready to be shown. */
  readonly message: string;
}

export interface TextSenderPorts {
  /** The version of the text that is known here. */
  version(): number;
  call(method: 'POST', path: string, init: { body: object; personId: string }): Promise<unknown>;
  /** The server has these edits, one's own or others'. */
  onTold(told: TextTold): void;
  /** What is unsent changed, for the disk: all of it, and the version that it was made on. */
  onUnsent(version: number, steps: readonly Step[]): void;
  onState(): void;
  /** The server answered. */
  onReached(): void;
  isOnline(): boolean;
  now(): number;
  later(work: () => void, milliseconds: number): () => void;
  random(): number;
}

/**
 * Sends what is written into the text, one call at a time, made on the version that the server has: behind, it takes in what came
 * first and sends the rest again, rebased. What fails is tried again, ever more slowly; what is refused waits for the person.
 */
export class TextSender {
  down: Down | null = null;
  refusal: TextRefusal | null = null;
  private writer: Writer | null = null;
  private sending = false;
  private failures = 0;
  private since: number | null = null;
  private cancel: (() => void) | null = null;
  private stopped = false;

  constructor(
    private readonly articleId: string,
    private readonly personId: string,
    private readonly ports: TextSenderPorts,
  ) {}

  /** How many edits wait to be sent. */
  get unsent(): number {
    return this.writer?.unsent().length ?? 0;
  }

  attach(writer: Writer): void {
    this.writer = writer;
    this.changed();
  }

  /** Something was written, or taken in under what was. */
  changed(): void {
    if (!this.writer) return;
    this.ports.onUnsent(this.writer.version(), this.writer.unsent());
    if (this.unsent === 0) {
      this.since = null;
      this.refusal = null;
      // Whatever went wrong, nothing waits for it any more; what is written next finds out anew.
      this.failures = 0;
      this.down = null;
      this.tell();
      return;
    }
    this.tell();
    // A try that came while the view was not ready for it has to come again.
    if (this.refusal || (this.down && this.cancel)) return;
    const now = this.ports.now();
    this.since ??= now;
    this.plan(Math.max(0, Math.min(PAUSE, this.since + LONGEST - now)));
  }

  private told = '';

  /** Tells what a person is shown of it, once: at every key nothing of that is new. */
  private tell(): void {
    const now = `${this.unsent > 0} ${this.down} ${this.refusal?.message}`;
    if (now === this.told) return;
    this.told = now;
    this.ports.onState();
  }

  /** There is reason to hope, or to hurry. */
  tryNow(): void {
    if (this.stopped || this.unsent === 0) return;
    this.plan(0);
  }

  /** The person wants what was refused to be sent once more. */
  retry(): void {
    this.refusal = null;
    this.tryNow();
    this.tell();
  }

  /** The person lets what was refused go. */
  discard(): void {
    this.refusal = null;
    this.writer?.discard();
  }

  stop(): void {
    this.stopped = true;
    this.cancel?.();
    this.cancel = null;
    if (this.unsent > 0 && !this.sending) void this.send();
  }

  private plan(milliseconds: number): void {
    if (this.stopped) return;
    this.cancel?.();
    this.cancel = this.ports.later(() => {
      this.cancel = null;
      void this.send();
    }, milliseconds);
  }

  private async send(): Promise<void> {
    const { writer } = this;
    if (!writer || this.sending || this.refusal) return;
    const steps = writer.unsent().slice(0, BATCH);
    // A word half composed waits for its end, and what was taken in for the view to show it: `changed` tells of both.
    if (steps.length === 0 || writer.version() !== this.ports.version()) return;
    if (writer.isComposing()) {
      this.plan(LONGEST);
      return;
    }
    this.sending = true;
    // What the answer is to; by the time it comes, the writer may have taken in more.
    const since = writer.version();
    try {
      const { clientId } = writer;
      const body = { version: since, clientId, steps: steps.map((step) => step.toJSON()) };
      const path = `/api/articles/${encodeURIComponent(this.articleId)}/steps`;
      const answer = await this.ports.call('POST', path, { body, personId: this.personId });
      if (isEdited(answer)) {
        this.up();
        const { version, reanchored } = answer;
        this.ports.onTold({ since, version, steps: body.steps, clientIds: steps.map(() => clientId), reanchored });
      } else this.wait('server', null);
    } catch (failure) {
      this.settle(since, failure);
    } finally {
      this.sending = false;
      this.since = null;
      if (!this.stopped && !this.cancel && this.unsent > 0 && !this.down && !this.refusal) this.plan(0);
    }
  }

  private settle(since: number, failure: unknown): void {
    const down = this.downBy(failure);
    if (down) this.wait(down, failure instanceof ProblemAnswer ? failure.retryAfter : null);
    else if (failure instanceof ProblemAnswer) {
      this.up();
      if (failure.status === 409 && isTold(failure.problem)) {
        this.ports.onTold({ ...failure.problem, since });
        // A server that is behind itself (an older copy of its data) would say so for ever.
        if (this.ports.version() === since) this.wait('server', null);
      } else this.refusal = { status: failure.status, message: failure.message };
      this.tell();
    }
  }

  /** Why the server cannot take edits now; null when it answered about these. */
  private downBy(failure: unknown): Down | null {
    if (!(failure instanceof ProblemAnswer)) return this.ports.isOnline() ? 'server' : 'network';
    const { status } = failure;
    if (status === 401) return 'sign-in';
    if (status === 429) return 'busy';
    return status >= 500 || status === 408 ? 'server' : null;
  }

  private wait(reason: Down, asked: number | null): void {
    this.down = reason;
    this.plan(Math.max(asked ?? 0, backOff(this.failures++, this.ports.random())));
    this.tell();
  }

  private up(): void {
    this.failures = 0;
    this.down = null;
    this.ports.onReached();
  }
}

function isEdited(answer: unknown): answer is { version: number; reanchored: Placements[] } {
  return typeof answer === 'object' && answer !== null && 'version' in answer && 'reanchored' in answer;
}

function isTold(problem: object): problem is Omit<TextTold, 'since'> {
  return 'version' in problem && 'steps' in problem && 'clientIds' in problem && 'reanchored' in problem;
}
