import type { World } from './browser';
import type { Connection, DeskState, Field, FieldKey, FieldSave } from './desk-state';
import { fieldKey } from './desk-state';
import { Keeper } from './keeper';
import { entryOf, type Ledger } from './ledger';
import { Pacing } from './pacing';
import type { Sender } from './sender';
import type { Sent } from './settlement';
import { UndoStack } from './undo';
import { type Furniture, type Surroundings, View } from './view';

/** What the core asks of the session, while there is one. */
export interface Running {
  readonly sender: Pick<Sender, 'down' | 'resting' | 'wake'>;
  readonly connection: Connection;
  readonly present: DeskState['present'];
  readonly writing: DeskState['writing'];
  tellKept(): void;
  askWhoChanged(claimId: string, conflictId: string): void;
}

/** In milliseconds. */
const SOON = 300;
const NOBODY: DeskState['present'] = [];
const UNWRITTEN: DeskState['writing'] = { unsent: 0, down: null, refused: null, left: null };
const OPENING: Connection = { state: 'connecting', reason: null, nextTryAt: null };

/**
 * The one place where the desk's state changes: a change of the ledger is kept on the shelf and shown, in this order and in one
 * turn. It works without a session; what is done then waits for one.
 */
export class DeskCore {
  readonly keeper: Keeper;
  readonly pacing: Pacing;
  readonly undo = new UndoStack();
  running: Running | null = null;
  private readonly view: View;
  private readonly listeners = new Set<() => void>();
  private readonly acknowledged = new Map<FieldKey, Pick<FieldSave, 'recordId' | 'field' | 'claimId' | 'at'>>();

  constructor(
    public ledger: Ledger,
    private furniture: Furniture,
    private readonly world: World,
  ) {
    this.keeper = new Keeper({
      ...world,
      onKept: () => {
        this.publish();
        this.running?.tellKept();
      },
      onTextKept: () => this.publishSoon(),
    });
    this.pacing = new Pacing(world.now, world.later, () => this.running?.sender.wake());
    this.view = new View(ledger, this.surroundings());
  }

  get articleId(): string {
    return this.ledger.known.article.id;
  }
  get personId(): string {
    return this.furniture.me.id;
  }
  get state(): DeskState {
    return this.view.state;
  }
  at(): string {
    return new Date(this.world.now()).toISOString();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Changes the ledger, keeps what that means for the queue, and shows it. */
  update(change: (ledger: Ledger) => Ledger): void {
    const before = this.ledger;
    this.ledger = change(before);
    if (this.ledger === before) return;
    if (this.ledger.entries !== before.entries) this.keeper.keep(before.entries, this.ledger.entries);
    this.publish();
  }

  /** Takes over a ledger whose queue is the shelf's own: nothing of it needs to be written. */
  take(ledger: Ledger): void {
    if (ledger === this.ledger) return;
    this.ledger = ledger;
    this.publish();
  }

  furnish(furniture: Partial<Omit<Furniture, 'me'>>): void {
    this.furniture = { ...this.furniture, ...furniture };
    this.publish();
  }

  /** To be called before the ledger learns of it, while the entry is still there. */
  noteAcknowledged({ entryId }: Sent): void {
    const entry = entryOf(this.ledger, entryId);
    if (!entry) return;
    const { recordId, field, claimId } = entry;
    this.acknowledged.set(fieldKey(recordId, field), { recordId, field, claimId, at: this.at() });
  }

  flush(recordId?: string, field?: Field): void {
    const chosen = (entryId: string) => {
      const entry = entryOf(this.ledger, entryId);
      return !recordId || (entry?.recordId === recordId && (!field || entry.field === field));
    };
    this.pacing.end(chosen);
    this.running?.sender.wake();
  }

  publish(): void {
    const { conflicts } = this.view.next(this.ledger, this.surroundings());
    for (const { id, by, claimId } of conflicts)
      if (by === null && claimId !== null) this.running?.askWhoChanged(claimId, id);
    for (const listener of this.listeners) listener();
  }

  private cancelSoon: (() => void) | null = null;

  /** For what changes at every key and says little: shown a moment later, together. */
  publishSoon(): void {
    this.cancelSoon ??= this.world.later(() => {
      this.cancelSoon = null;
      this.publish();
    }, SOON);
  }

  private surroundings(): Surroundings {
    const { running, keeper } = this;
    return {
      ...this.furniture,
      connection: running?.connection ?? OPENING,
      present: running?.present ?? NOBODY,
      writing: running?.writing ?? UNWRITTEN,
      down: running?.sender.down ?? null,
      resting: running?.sender.resting ?? new Set(),
      acknowledged: this.acknowledged,
      unshelved: keeper.unshelved,
      textUnshelved: keeper.textUnshelved && (running?.writing.unsent ?? 0) > 0,
      kept: keeper.kept,
      undoable: (state) => this.undo.top(state)?.change ?? null,
    };
  }
}
