import type { Dropped } from '@/core/article/article';

/** What an import cannot keep, by name. Labels for people are in the catalogue, `articles.preview.dropped-item`. */
export const droppedKinds = [
  'script',
  'handler',
  'script-link',
  'local-link',
  'style',
  'drawing',
  'frame',
  'form',
  'control',
  'media',
  'picture-address',
  'tracking-picture',
  'hidden-text',
  'template',
  'comment',
  'nesting',
  'control-character',
  'front-matter',
  'markup',
] as const;
export type DroppedKind = (typeof droppedKinds)[number];

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
