import type { Dropped } from '@/core/article/article';
import { type DroppedKind, droppedKinds } from '@/core/article/dropped-kinds';

/** Counts what goes, so that nothing goes in silence. */
export class Tally {
  private readonly counts = new Map<DroppedKind, number>();

  add(kind: DroppedKind, count = 1): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + count);
  }

  /** In the order of `droppedKinds`; kinds that did not occur are left out. */
  list(): Dropped[] {
    return droppedKinds.flatMap((kind) => {
      const count = this.counts.get(kind);
      return count ? [{ kind, count }] : [];
    });
  }
}
