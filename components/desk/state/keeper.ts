import type { Entry } from './entry';
import type { KeptText } from './kept-text';
import { memoryShelf, type Put, type Shelf, type ShelfChanges } from './outbox-shelf';

/** How long until a disk that would not take a change is tried again, in milliseconds. */
const NEXT_TRY = 5_000;

export interface KeeperPorts {
  /** Opens the shelf; rejects where the browser has none to give. */
  openShelf(): Promise<Shelf>;
  /** Something was written, or could not be: what is shown as kept may differ. */
  onKept(): void;
  /** The same of what is written into the text, which is kept at every key: who shows it need not hurry. */
  onTextKept(): void;
  later(work: () => void, milliseconds: number): () => void;
}

/**
 * Writes changes to the shelf behind the person's back: each goes at once, without a debounce, and while one write is under way
 * the next gathers, newest edit only. So a fast typist costs one write at a time, and what was typed is at risk for as long as
 * one write takes, a few milliseconds: the shortest that there is.
 */
export class Keeper {
  private shelf: Shelf | null = null;
  private opening: Promise<void> | null = null;
  private readonly puts = new Map<string, Put>();
  private readonly drops = new Map<string, string>();
  /** What the write under way holds. */
  private writing: ShelfChanges | null = null;
  /** The ids touched during each reading that is under way. */
  private readonly readings = new Set<Set<string>>();
  private onDisk = true;
  private failing = false;
  private idle: Promise<void> = Promise.resolve();

  constructor(private readonly ports: KeeperPorts) {}

  /** Where what is kept lies now. */
  get kept(): 'disk' | 'memory' {
    return this.onDisk && !this.failing ? 'disk' : 'memory';
  }

  /** Entries whose newest edit is not on the shelf. */
  get unshelved(): ReadonlySet<string> {
    const ids = new Set(this.puts.keys());
    for (const { entry } of this.writing?.put ?? []) ids.add(entry.id);
    return ids;
  }

  /**
   * Opens the shelf, and writes what was kept until then; once it is open, does nothing. It stays open as long as the page: what
   * is typed last is still written when the desk is left. Never rejects: without a disk, memory has to do.
   */
  open(): Promise<void> {
    this.opening ??= this.ports.openShelf().then(
      (shelf) => this.opened(shelf, true),
      () => this.opened(memoryShelf(), false),
    );
    return this.opening;
  }

  private opened(shelf: Shelf, onDisk: boolean): void {
    this.shelf = shelf;
    this.onDisk = onDisk;
    this.write();
    this.writeText();
    this.ports.onKept();
  }

  /** Keeps the difference between two states of the queue. */
  keep(before: readonly Entry[], after: readonly Entry[]): void {
    const had = new Map(before.map((entry) => [entry.id, entry]));
    for (const entry of after) {
      const old = had.get(entry.id);
      had.delete(entry.id);
      if (old === entry) continue;
      const edited = old?.stamp !== entry.stamp || this.puts.get(entry.id)?.edited === true;
      this.puts.set(entry.id, { entry, edited });
    }
    for (const { id, stamp } of had.values()) {
      this.puts.delete(id);
      this.drops.set(id, stamp);
    }
    for (const id of this.puts.keys()) this.drops.delete(id);
    for (const touched of this.readings) for (const id of [...this.puts.keys(), ...this.drops.keys()]) touched.add(id);
    this.write();
  }

  /** By the desk that wrote it: one desk's words do not push another's aside. */
  private readonly texts = new Map<string, KeptText>();
  private keepingText: Promise<void> | null = null;

  /** Keeps what a desk wrote into the text and did not send, the newest only; without steps it is forgotten. */
  keepText(text: KeptText): void {
    this.texts.set(text.clientId, text);
    this.writeText();
  }

  /** Whether what was written last is on its way to the disk, or could not be put there. */
  get textUnshelved(): boolean {
    return this.texts.size > 0 || this.keepingText !== null;
  }

  private writeText(): void {
    const [text] = this.texts.values();
    if (this.keepingText || !this.shelf || !text) return;
    this.texts.delete(text.clientId);
    this.keepingText = this.shelf.keepText(text).then(
      () => this.wroteText(),
      () => {
        if (!this.texts.has(text.clientId)) this.texts.set(text.clientId, text);
        this.failing = true;
        this.keepingText = null;
        this.ports.onKept();
        this.ports.later(() => this.reopen(), NEXT_TRY);
      },
    );
  }

  private wroteText(): void {
    this.keepingText = null;
    this.failing = false;
    this.writeText();
    this.ports.onTextKept();
  }

  /** What earlier visits of a person, and other desks, wrote and did not send. Nothing where it cannot be read. */
  async textsLeft(personId: string, articleId: string): Promise<readonly KeptText[]> {
    return this.shelf?.texts(personId, articleId).catch(() => []) ?? [];
  }

  /** Resolves once everything kept so far is written, or could not be. */
  async settled(): Promise<void> {
    while (this.writing) await this.idle;
  }

  /**
   * Reads the shelf: what this tab, others and earlier visits left. `use` gets it with the ids of the entries that this tab put
   * or dropped since the reading began or had not written yet: of these, memory knows better. Reads nothing that it cannot.
   */
  async read(
    personId: string,
    articleId: string,
    use: (shelved: readonly Entry[], touched: ReadonlySet<string>) => void,
  ): Promise<void> {
    if (!this.shelf) return;
    const dropping = this.writing?.drop.map(({ id }) => id) ?? [];
    const touched = new Set([...this.unshelved, ...dropping, ...this.drops.keys()]);
    this.readings.add(touched);
    try {
      use(await this.shelf.load(personId, articleId), touched);
    } catch {
      // The shelf is being opened anew; what it holds is read then.
    } finally {
      this.readings.delete(touched);
    }
  }

  private write(): void {
    if (this.writing || !this.shelf || (this.puts.size === 0 && this.drops.size === 0)) return;
    const changes = {
      put: [...this.puts.values()],
      drop: [...this.drops].map(([id, stamp]) => ({ id, stamp })),
    };
    this.puts.clear();
    this.drops.clear();
    this.writing = changes;
    this.idle = this.shelf.write(changes).then(
      () => this.wrote(),
      () => this.couldNot(changes),
    );
  }

  private wrote(): void {
    this.writing = null;
    this.failing = false;
    this.write();
    this.ports.onKept();
  }

  /** A full disk, a shelf taken away: the changes stay in memory, are shown as such, and the disk is tried again. */
  private couldNot(changes: ShelfChanges): void {
    this.writing = null;
    this.failing = true;
    for (const put of changes.put) {
      const newer = this.puts.get(put.entry.id);
      if (!this.drops.has(put.entry.id))
        this.puts.set(put.entry.id, newer ? { ...newer, edited: newer.edited || put.edited } : put);
    }
    for (const { id, stamp } of changes.drop) if (!this.puts.has(id)) this.drops.set(id, stamp);
    this.ports.onKept();
    this.ports.later(() => this.reopen(), NEXT_TRY);
  }

  private reopen(): void {
    this.shelf?.close();
    this.shelf = null;
    this.opening = null;
    this.open();
  }
}
