import type { Node } from 'prosemirror-model';
import type { Step } from 'prosemirror-transform';
import type { Placement } from '@/core/anchor/placement';
import type { StrokeKind } from '@/core/article/version';
import type { ArticleRow } from '@/db/records/article';

/** One change of an article's text. */
export interface Writing {
  readonly article: ArticleRow;
  readonly before: Node;
  readonly after: Node;
  /** What makes `after` out of `before`; at least one. */
  readonly steps: readonly Step[];
  readonly clientId: string;
  /** Where anchors stand in `after` by other means than the steps, by their ids; for all others the steps say it. */
  readonly placed?: ReadonlyMap<string, Omit<Placement, 'id'>>;
  /** What it is called in the list of versions; absent where somebody typed. */
  readonly stroke?: { readonly kind: StrokeKind; readonly origin?: string | null; readonly restored?: number };
}
