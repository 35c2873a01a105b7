import type { Entry } from './entry';

/** A pause this long ends a burst of typing, in milliseconds. */
const PAUSE = 600;
/** Who types without a pause is still sent this often. */
const LONGEST = 5_000;

/** Which entries are still being typed, so that a text goes out when the typing pauses and not at every key. */
export class Pacing {
  private readonly typing = new Map<string, { since: number; due: number }>();
  private cancel: (() => void) | null = null;

  constructor(
    private readonly now: () => number,
    private readonly later: (work: () => void, milliseconds: number) => () => void,
    /** Some of it is due. */
    private readonly onDue: () => void,
  ) {}

  typed(entryId: string): void {
    const now = this.now();
    const since = this.typing.get(entryId)?.since ?? now;
    this.typing.set(entryId, { since, due: Math.min(now + PAUSE, since + LONGEST) });
    this.schedule();
  }

  isTyping(entryId: string): boolean {
    const typing = this.typing.get(entryId);
    return typing !== undefined && typing.due > this.now();
  }

  /** The typing of these is over; of all, without a choice. */
  end(chosen: (entryId: string) => boolean = () => true): void {
    for (const id of this.typing.keys()) if (chosen(id)) this.typing.delete(id);
  }

  stop(): void {
    this.cancel?.();
    this.cancel = null;
  }

  private schedule(): void {
    this.cancel?.();
    const next = Math.min(...[...this.typing.values()].map(({ due }) => due));
    if (!Number.isFinite(next)) return;
    this.cancel = this.later(() => this.due(), Math.max(0, next - this.now()));
  }

  private due(): void {
    const now = this.now();
    for (const [id, { due }] of this.typing) if (due <= now) this.typing.delete(id);
    this.schedule();
    this.onDue();
  }

  /** For the sender. */
  readonly isQuiet = (entry: Entry) => this.isTyping(entry.id);
}
