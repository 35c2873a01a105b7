import type { Event } from '@/core/event/event';
import type { Present } from './present';
import type { Heard } from './settlement';

/** A hidden tab lets its connection go after this long: a browser has six to one server, for all tabs together. */
const HIDDEN_GRACE = 60_000;
/** A clock that stood still for longer than this means that the computer slept, and that its connections are dead. */
const SLEEP = 30_000;
const TICK = 10_000;
/** After a silence this long, everything is read again rather than caught up with event by event. */
const LONG_SILENCE = 10 * 60_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/** What a connection calls back. */
export interface StreamHands {
  opened(): void;
  message(data: string, lastEventId: string): void;
  /** Who has the article open, as JSON. */
  presence(data: string): void;
  failed(): void;
}

export interface StreamPorts {
  /** Opens a connection; returns the way to close it, after which it calls nothing back. */
  open(url: string, hands: StreamHands): () => void;
  onHeard(heard: Heard): void;
  onPresent(present: readonly Present[]): void;
  /** `opened`: events arrive. `lost`: the connection broke, a new one is on its way. `paused`: let go while the tab is hidden. */
  onState(state: 'opened' | 'lost' | 'paused'): void;
  /** So long went by without a connection that everything should be read again. */
  onLongSilence(): void;
  isHidden(): boolean;
  now(): number;
  later(work: () => void, milliseconds: number): () => void;
  random(): number;
}

/**
 * Hears what happens to an article. It opens the connection anew itself, always from the last event that it gave on, so nothing
 * is missed and nothing comes twice: after a broken connection, after the computer slept, after the tab was hidden.
 */
export class EventStream {
  private close: (() => void) | null = null;
  private failures = 0;
  private isOpen = false;
  /** When the connection was last known to live. */
  private aliveAt: number;
  private tickedAt: number;
  private cancelOpening: (() => void) | null = null;
  private cancelTick: (() => void) | null = null;
  private cancelPause: (() => void) | null = null;

  constructor(
    private readonly articleId: string,
    /** This open desk, as the server knows it among those that listen. */
    private readonly desk: string,
    /** The number of the last event that is known already. */
    public since: number,
    private readonly ports: StreamPorts,
  ) {
    this.aliveAt = this.tickedAt = ports.now();
  }

  start(): void {
    this.tick();
    this.open();
  }

  stop(): void {
    this.release();
    this.cancelTick?.();
    this.cancelPause?.();
    this.cancelOpening?.();
    this.cancelOpening = null;
  }

  /** There is reason to hope: the network is back, the tab is seen again, someone signed in. */
  tryNow(): void {
    this.failures = 0;
    if (this.close === null) this.open();
  }

  /** The tab was hidden or is seen again. */
  onVisibility(): void {
    this.cancelPause?.();
    this.cancelPause = null;
    if (this.ports.isHidden()) this.cancelPause = this.ports.later(() => this.pause(), HIDDEN_GRACE);
    else this.tryNow();
  }

  /** The network is gone: a connection over it is dead, though nothing says so until something is sent. */
  onOffline(): void {
    if (this.close) this.lost();
  }

  private pause(): void {
    this.cancelOpening?.();
    this.cancelOpening = null;
    this.release();
    this.ports.onState('paused');
  }

  private open(): void {
    this.cancelOpening?.();
    this.cancelOpening = null;
    this.release();
    const url = `/api/articles/${encodeURIComponent(this.articleId)}/events?since=${this.since}&desk=${this.desk}`;
    this.close = this.ports.open(url, {
      opened: () => this.opened(),
      message: (data, lastEventId) => this.heard(data, Number(lastEventId)),
      presence: (data) => this.ports.onPresent(presentOf(data)),
      // Its own reconnecting is not relied on: it gives up for good at any answer but 200.
      failed: () => this.lost(),
    });
  }

  private opened(): void {
    if (this.ports.now() - this.aliveAt > LONG_SILENCE) this.ports.onLongSilence();
    this.failures = 0;
    this.isOpen = true;
    this.ports.onState('opened');
  }

  private lost(): void {
    this.release();
    this.ports.onState('lost');
    const full = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(this.failures++, 10));
    this.cancelOpening = this.ports.later(() => this.open(), full * (0.5 + this.ports.random() / 2));
  }

  private heard(data: string, id: number): void {
    const heard = heardOf(data);
    const number = heard?.event.id ?? id;
    if (!heard || !(number > this.since)) return;
    this.since = number;
    this.ports.onHeard(heard);
  }

  /** A connection that slept looks alive and is not. */
  private tick(): void {
    const now = this.ports.now();
    if (now - this.tickedAt > TICK + SLEEP) {
      if (this.close) this.open();
      this.aliveAt = Math.min(this.aliveAt, this.tickedAt);
    }
    this.tickedAt = now;
    this.cancelTick = this.ports.later(() => this.tick(), TICK);
  }

  private release(): void {
    if (!this.close) return;
    this.close();
    this.close = null;
    if (this.isOpen) this.aliveAt = this.ports.now();
    this.isOpen = false;
  }
}

function presentOf(data: string): readonly Present[] {
  try {
    const { present } = JSON.parse(data) as { present?: unknown };
    return Array.isArray(present) ? (present as Present[]) : [];
  } catch {
    return [];
  }
}

/** What a message says: the event's own members beside `claim` or `article`, or the event as a member of its own. */
function heardOf(data: string): Heard | null {
  try {
    const told = JSON.parse(data) as Partial<Heard> & Partial<Event>;
    const event = told.event ?? (told as Event);
    if (typeof event?.id !== 'number' || typeof event.kind !== 'string') return null;
    return {
      event,
      claim: told.claim ?? null,
      article: told.article ?? null,
      source: told.source ?? null,
      text: told.text ?? null,
    };
  } catch {
    return null;
  }
}
