import type { RefObject } from 'react';
import type { ArticleHandle } from '@/components/editor/ArticleView';
import type { ShowToast } from '@/components/ui/Toast';
import type { DeskStore } from './state/desk-store';
import type { DeskViewStore, FocusTarget } from './view';

export interface OpenOptions {
  anchorId?: string | null;
  /** Where the keyboard goes; nowhere when a pointer opened the claim. */
  focus?: FocusTarget;
  citationId?: string;
  /** Whether the article scrolls to the words. */
  scroll?: boolean;
}

/** What the actions of the desk work with. */
export interface Means {
  store: DeskStore;
  view: DeskViewStore;
  article: RefObject<ArticleHandle | null>;
  toast: ShowToast;
  /** A sentence of the desk's catalogue. */
  say: (key: string, values?: Record<string, string | number>) => string;
}
