import type { Writer } from '@/components/editor/writing/writing';
import type { ArticleWithDoc } from '@/core/article/article';
import type { Claim } from '@/core/claim/claim';
import type { PlainScale } from '@/core/claim/scale';
import type { Guest } from '@/core/newsroom/guest';
import type { Me, Person } from '@/core/newsroom/person';
import type { Rules } from '@/core/newsroom/rules';
import { browser, type World } from './browser';
import type { DeskStore } from './commands';
import { DeskCore } from './core';
import type { Draft, Pace } from './deed';
import { commandsOf } from './desk-commands';
import { type Entry, isFieldChange } from './entry';
import { openKnown, recordOf } from './known';
import { builtOn, enqueue, lastOfField, openLedger, refusedMaker, tidied } from './ledger';
import { inQueueOrder } from './outbox-shelf';
import type { DeskSession } from './session';
import type { Undoable } from './undo';

export type { DeskCommands, DeskStore, Done, Passage } from './commands';
export type { Change, ChangeKind, Conflict, Connection, DeskState, FieldSave, Refusal, SaveState } from './desk-state';
export { fieldKey, saveOfClaim } from './desk-state';
export type { Resolution } from './troubles';

/** What the page read from the database, handed down as plain data. */
export interface DeskData {
  readonly article: ArticleWithDoc;
  readonly claims: readonly Claim[];
  readonly scales: readonly PlainScale[];
  readonly people: readonly Person[];
  readonly rules: Rules;
  /** The article's guests, where this person is told of them. */
  readonly guests?: readonly Guest[];
  readonly me: Me;
  /** The number of the newest event when `article` and `claims` were read; read it first, so that no event is missed. */
  readonly since: number;
}

/**
 * The desk's store: what is known, what is queued, and the commands. It touches neither network nor disk before `start`, so it
 * may be made while rendering on the server.
 */
export function createDeskStore(data: DeskData, world: World = browser): DeskStore {
  const { article, scales, people, guests = [], rules, me } = data;
  const core = new DeskCore(openLedger(openKnown(article, data.claims)), { scales, people, guests, rules, me }, world);
  let session: DeskSession | null = null;
  let { since } = data;
  let seq = 0;
  let writing: Writer | null = null;

  function queue(draft: Draft, pace: Pace): void {
    const last = core.ledger.entries.at(-1)?.seq ?? 0;
    seq = Math.max(world.now(), seq + 1, last + 1);
    const entry: Entry = {
      body: null,
      value: null,
      base: null,
      baseRevision: recordOf(core.ledger.known, draft)?.revision ?? null,
      shown: null,
      ...draft,
      id: world.newId(),
      seq,
      articleId: article.id,
      personId: me.id,
      at: core.at(),
      stamp: world.newId(),
      sent: [],
      failures: 0,
      refused: null,
    };
    core.update((ledger) => tidied(enqueue(ledger, entry)));
    const queued = isFieldChange(entry) ? lastOfField(core.ledger, entry.recordId, entry.field) : entry;
    // Whatever was being typed before this goes first, so that the server learns of things in the order of the acts.
    core.pacing.end((id) => id !== queued?.id || pace === 'now');
    if (queued && pace === 'typing') core.pacing.typed(queued.id);
    session?.sender.wake();
  }

  function takeBack(act: Undoable): void {
    core.undo.takeBack(act);
    core.publish();
  }

  const commands = commandsOf({
    state: () => core.state,
    known: (recordKind, recordId, claimId) => recordOf(core.ledger.known, { recordKind, recordId, claimId }),
    queue,
    withdraw(id) {
      const maker = refusedMaker(core.ledger, id);
      if (!maker) return null;
      const gone = maker.kind === 'anchor.added' ? [maker] : builtOn(core.ledger, maker);
      core.update((ledger) => ({ ...ledger, entries: ledger.entries.filter((entry) => !gone.includes(entry)) }));
      return () => core.update((ledger) => ({ ...ledger, entries: [...ledger.entries, ...gone].sort(inQueueOrder) }));
    },
    remember: (act) => {
      core.undo.push(act);
      core.publish();
    },
    takeBack,
    making: () => ({ by: me.id, at: core.at(), newId: world.newId }),
  });

  return {
    ...commands,
    subscribe: (listener) => core.subscribe(listener),
    getSnapshot: () => core.state,
    start(Session) {
      const started = new Session(core, world, since);
      session = core.running = started;
      if (writing) started.text.attach(writing);
      return () => {
        since = started.stop();
        if (session === started) session = core.running = null;
      };
    },
    flush: (recordId, field) => core.flush(recordId, field),
    resolveConflict: (id, resolution) => session?.troubles.resolve(id, resolution),
    retry: (id) => session?.troubles.retry(id),
    discard: (id) => session?.troubles.discard(id),
    retryNow: () => session?.tryNow(),
    attachWriter(writer) {
      writing = writer;
      session?.text.attach(writer);
    },
    resumed: () => session?.text.resumed(),
    written: () => session?.text.sender.changed(),
    retryText: () => session?.text.sender.retry(),
    discardText: () => session?.text.sender.discard(),
    tellPlace: (claimId, editing) => session?.tellPlace(claimId, editing),
    undo() {
      const act = core.undo.top(core.state);
      if (act) takeBack(act);
      return act?.change ?? null;
    },
  };
}
