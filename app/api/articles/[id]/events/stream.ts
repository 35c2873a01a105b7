import { log, traceOf } from '@/app/log';
import { keepStream } from '@/app/process/streams';
import type { Event } from '@/core/event/event';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import { eventsAfter } from '@/db/queries/events';
import type { Store } from '@/db/store';
import { concerned } from './concerned';
import { type Present, sitDown } from './presence';

/** A proxy cuts what is silent for long, and an ended session must be noticed: so often something is said, in milliseconds. */
const HEARTBEAT = 15_000;
/** How many events are read at once, and how many messages may wait for a slow reader. */
const BATCH = 100;
const WAITING = 64;

export interface Listening {
  store: Store;
  articleId: string;
  /** The number of the last event that the listener has. */
  after: number;
  signal: AbortSignal;
  /** The open desk that listens and who is at it; null for a listener that is no desk. */
  seat: { desk: string; personId: string } | null;
  /** The listener's call as it stands now; null once the session has ended or the role is too low. */
  stillThere(): Promise<Call | null>;
}

/**
 * An article's events as Server-Sent Events, from the one after `after` on. A commit only wakes it; what it tells it reads from
 * the log, always from the last number told: so nothing is missed between reading and listening, nothing comes twice, and a
 * reader that is too slow costs no memory. Each time it asks again whether the listener may still hear.
 */
export function eventStream({
  store,
  articleId,
  after,
  signal,
  seat,
  stillThere,
}: Listening): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder();
  let told = after;
  let awake = false;
  let asked = true;
  let ended = false;
  let roomFree: (() => void) | null = null;
  let controller: ReadableStreamDefaultController<Uint8Array>;
  const endings: (() => void)[] = [];

  function end(): void {
    if (ended) return;
    ended = true;
    for (const ending of endings) ending();
    roomFree?.();
    try {
      controller.close();
    } catch {
      // The reader went first.
    }
  }

  /** Sends when there is room; resolves then. */
  async function say(text: string): Promise<void> {
    if ((controller.desiredSize ?? 0) <= 0 && !ended) await new Promise<void>((resolve) => (roomFree = resolve));
    if (!ended) controller.enqueue(bytes.encode(text));
  }

  /** Who is there is told as it is now: where there is no room for it, the next telling says it all. */
  function tellPresent(present: readonly Present[]): void {
    if (ended || (controller.desiredSize ?? 0) <= 0) return;
    controller.enqueue(bytes.encode(`event: presence\ndata: ${JSON.stringify({ present })}\n\n`));
  }

  async function tellWhatIsNew(): Promise<void> {
    const call = await stillThere();
    if (!call) return end();
    let batch: Event[];
    do {
      // Whoever has the article open hears that it went into the bin, and that it came back.
      batch = await eventsAfter(store, call, articleId, told, BATCH, { deleted: true });
      const records = concerned(store, call, articleId);
      for (const event of batch) {
        if (ended) return;
        await say(`id: ${event.id}\ndata: ${JSON.stringify({ ...event, ...(await records(event)) })}\n\n`);
        told = event.id;
      }
    } while (batch.length === BATCH && !ended);
  }

  async function wake(): Promise<void> {
    asked = true;
    if (awake) return;
    awake = true;
    try {
      while (asked && !ended) {
        asked = false;
        await tellWhatIsNew();
      }
    } catch (failure) {
      // The article is gone, or no longer the listener's to open; anything else is worth a line.
      if (!(failure instanceof Problem)) log().error({ route: 'events', failure: traceOf(failure) });
      end();
    } finally {
      awake = false;
    }
  }

  return new ReadableStream<Uint8Array>(
    {
      start(opened) {
        controller = opened;
        controller.enqueue(bytes.encode(`: open\nretry: 2000\nid: ${told}\n\n`));
        const beat = setInterval(() => {
          if ((controller.desiredSize ?? 0) > 0) controller.enqueue(bytes.encode(': still here\n\n'));
          void wake();
        }, HEARTBEAT);
        const heard = (events: readonly Event[]) => {
          if (events.some((event) => event.articleId === articleId || event.articleId === null)) void wake();
        };
        signal.addEventListener('abort', end);
        endings.push(
          () => clearInterval(beat),
          store.onCommitted(heard),
          keepStream(end),
          () => signal.removeEventListener('abort', end),
        );
        if (seat) endings.push(sitDown(articleId, seat.desk, seat.personId, tellPresent));
        if (signal.aborted) end();
        else void wake();
      },
      pull() {
        roomFree?.();
        roomFree = null;
      },
      cancel: end,
    },
    new CountQueuingStrategy({ highWaterMark: WAITING }),
  );
}
