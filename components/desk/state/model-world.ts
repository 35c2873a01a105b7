import { NoAnswer } from '@/components/interface/call';
import type { ArticleWithDoc } from '@/core/article/article';
import type { Me } from '@/core/newsroom/person';
import { firstRules, type Rules } from '@/core/newsroom/rules';
import type { Signals, World } from './browser';
import { createDeskStore, type DeskStore } from './desk-store';
import type { Entry } from './entry';
import type { StreamHands } from './event-stream';
import type { KeptText } from './kept-text';
import { ModelServer, openHouse, problem } from './model-server';
import type { TabMessage } from './other-tabs';
import { memoryShelf } from './outbox-shelf';
import { DeskSession } from './session';

export interface ModelTab {
  readonly store: DeskStore;
  readonly index: number;
  /** Goes to another page of Stet. */
  leave(): void;
  /** Dies at once: what hangs is never answered to it, what it writes goes nowhere. */
  kill(): void;
}

/** What becomes of a call: `done`; `lost` before the server had it; `unanswered` though the server did it; or a status. */
export type Fate = 'done' | 'lost' | 'unanswered' | 500 | 401 | 429;

/**
 * A browser, a network and a server whose every delay and failure a test decides: clocks stand still, calls hang until they are
 * given a fate, events arrive when they are let through. One person, any number of tabs.
 */
export class ModelWorld {
  readonly server: ModelServer;
  readonly shelf = new Map<string, Entry>();
  /** What was written into the text and is unsent, by the desk that wrote it. */
  readonly texts = new Map<string, KeptText>();
  readonly calls: { what: string; settle(fate: Fate): void }[] = [];
  readonly sent: { path: string; personId: string | undefined; tab: number; body: object | undefined }[] = [];
  time = 1_000_000;
  private timers: { at: number; work: () => void; tab: number }[] = [];
  private ids = 0;
  /** Whether the computer has a network. */
  online = true;
  /** Happens while a tab's next write to the disk is under way: a disk takes its time, and events do not wait for it. */
  duringWrite: ((tab: number) => Promise<void>) | null = null;
  private writing = 0;
  private readonly tabs: (((message: TabMessage) => void) | null)[] = [];
  private readonly streams: ({ hands: StreamHands; next: number } | null)[] = [];
  private readonly signals: (Signals | null)[] = [];
  private readonly dead = new Set<number>();
  /** Lets go of the lock that a dying tab holds. */
  private readonly release: (() => void)[] = [];
  private lock: Promise<void> = Promise.resolve();

  constructor(
    readonly me: Me = { id: 'me', name: 'Maya', email: 'maya@example.org', role: 'admin' },
    doc: ArticleWithDoc['doc'] = anArticle.doc,
  ) {
    this.server = new ModelServer({ ...anArticle, doc });
  }

  /** A tab that reads the page now and starts. */
  openTab(me: Me = this.me): ModelTab {
    const index = this.tabs.length;
    const data = { ...this.server.snapshot(), scales: [], people: [], rules, me };
    const store = createDeskStore(data, this.world(index));
    const stop = store.start(DeskSession);
    return {
      store,
      index,
      leave: stop,
      kill: () => {
        this.dead.add(index);
        this.tabs[index] = this.streams[index] = this.signals[index] = null;
        this.timers = this.timers.filter((timer) => timer.tab !== index);
        this.release[index]?.();
      },
    };
  }

  /** Lets time pass and everything that is due in it happen; calls stay without an answer. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.time + milliseconds;
    await this.settle();
    for (;;) {
      const next = this.timers.reduce((soonest, timer) => Math.min(soonest, timer.at), Number.POSITIVE_INFINITY);
      if (next > until) break;
      this.time = Math.max(this.time, next);
      const due = this.timers.filter(({ at }) => at <= this.time);
      this.timers = this.timers.filter(({ at }) => at > this.time);
      for (const { work } of due) work();
      await this.settle();
    }
    this.time = until;
  }

  /** Decides the oldest call that hangs. */
  async decide(fate: Fate): Promise<void> {
    this.calls.shift()?.settle(fate);
    await this.settle();
  }

  /** Lets at most `count` waiting events through to a tab. */
  async deliver(tab: number, count = Number.POSITIVE_INFINITY): Promise<void> {
    const stream = this.streams[tab];
    for (let left = count; stream && left > 0 && stream.next < this.server.told.length; left--) {
      const told = this.server.told[stream.next++];
      stream.hands.message(
        JSON.stringify({ ...told?.event, claim: told?.claim, text: told?.text }),
        String(told?.event.id),
      );
      await turns();
    }
  }

  hope(tab: number): void {
    this.signals[tab]?.hope();
  }

  /** Everything works from now on, until nothing is left to do: nothing comes up for longer than the longest wait. */
  async calm(): Promise<void> {
    for (let idle = 0, turn = 0; idle < 4; turn++) {
      if (turn === 300)
        throw new Error(`There is no end to it: ${this.sent.slice(-6).map(({ path, tab }) => `${tab} ${path}`)}`);
      await this.pass(idle < 3 ? 1_000 : 61_000);
      const before = this.server.told.length;
      for (let tab = 0; tab < this.tabs.length; tab++) await this.deliver(tab);
      const busy = this.calls.length > 0 || this.server.told.length > before;
      while (this.calls.length > 0) await this.decide('done');
      idle = busy ? 0 : idle + 1;
    }
  }

  /** Until nothing happens of itself any more, writes to the disk included. */
  private async settle(): Promise<void> {
    do await turns();
    while (this.writing > 0);
  }

  private world(tab: number): World {
    this.tabs[tab] = null;
    return {
      call: (method, path, init = {}) =>
        new Promise((resolve, reject) => {
          if (method !== 'GET') this.sent.push({ path, personId: init.personId, tab, body: init.body });
          const settle = (fate: Fate) => {
            try {
              if (fate === 'lost') throw new NoAnswer('lost');
              if (typeof fate === 'number') throw problem(fate, 'failed');
              const record = this.server.answer(method, path, init);
              if (fate === 'unanswered') throw new NoAnswer('unanswered');
              if (!this.dead.has(tab)) resolve(record);
            } catch (failure) {
              if (!this.dead.has(tab)) reject(fate === 'unanswered' ? new NoAnswer('unanswered') : failure);
            }
          };
          this.calls.push({ what: `${method} ${path}`, settle });
        }),
      openShelf: async () => {
        const shelf = memoryShelf(this.shelf, this.texts);
        return {
          ...shelf,
          write: async (changes) => {
            if (this.dead.has(tab)) return;
            this.writing += 1;
            await shelf.write(changes);
            const { duringWrite } = this;
            this.duringWrite = null;
            await duringWrite?.(tab);
            this.writing -= 1;
          },
        };
      },
      joinTabs: (_person, _article, hear) => {
        this.tabs[tab] = hear;
        return {
          alone: (work, signal) => {
            const dying = new Promise<void>((resolve) => {
              this.release[tab] = resolve;
            });
            const turn = this.lock.then(() => (this.dead.has(tab) ? undefined : Promise.race([work(), dying])));
            this.lock = turn.catch(() => {});
            signal.throwIfAborted();
            return turn;
          },
          tell: (message) => {
            const copy = structuredClone(message);
            this.tabs.forEach((other, index) => {
              if (index !== tab && other) setImmediate(() => this.tabs[index]?.(copy));
            });
          },
          close: () => {
            this.tabs[tab] = null;
          },
        };
      },
      openEvents: (url, hands) => {
        const stream = { hands, next: Number(/since=(\d+)/.exec(url)?.[1]) };
        this.streams[tab] = stream;
        setImmediate(() => this.streams[tab] === stream && hands.opened());
        return () => {
          this.streams[tab] = null;
        };
      },
      hold: async () => true,
      now: () => this.time,
      later: (work, milliseconds) => {
        const timer = { at: this.time + milliseconds, work, tab };
        this.timers.push(timer);
        return () => {
          this.timers = this.timers.filter((one) => one !== timer);
        };
      },
      random: () => 0.5,
      newId: () => `local-${++this.ids}`,
      isHidden: () => false,
      isOnline: () => this.online,
      watch: (signals) => {
        this.signals[tab] = signals;
        return () => {
          this.signals[tab] = null;
        };
      },
    };
  }
}

const START = '2026-01-01T00:00:00.000Z';

const rules: Rules = { ...firstRules, ...openHouse.rules, defaultScale: 'five-point' };

const anArticle: ArticleWithDoc = {
  id: 'article',
  revision: 1,
  version: 0,
  title: 'A golf bag in Tokyo',
  language: 'en',
  scale: 'five-point',
  status: 'checking',
  deadline: null,
  assigneeId: null,
  access: { kind: 'newsroom' },
  origin: null,
  byline: null,
  publisher: null,
  publishedAt: null,
  url: null,
  newsroom: null,
  createdBy: 'jun',
  createdAt: START,
  updatedAt: START,
  deletedAt: null,
  signedOff: null,
  changedSinceSignOff: false,
  looks: [],
  progress: { claims: 0, byStatus: {}, byVerdict: {}, stale: 0, orphaned: 0 },
  doc: { type: 'doc' },
};

async function turns(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
}
