import type { EditorView } from 'prosemirror-view';
import type { Extent } from './claim-mark';
import type { Box } from './geometry';
import type { Unsent, Writer, Writing } from './writing/writing';

/** How the desk makes the article one that is written in. */
export interface WriteOptions {
  /** By which the server's steps are known to be one's own: this desk's alone. */
  readonly clientId: string;
  /** Something was written, or the server's text was taken in: there may be something to send. */
  onChange(): void;
  /** The person has finished editing. */
  onLeave(): void;
  /** Some of these words, written here and unsent, went with words that somebody else took away. */
  onGone(words: string): void;
}

/**
 * What the desk asks of the article. Positions are ProseMirror's of the server's text, whatever is written here and unsent;
 * lengths are pixels of the scroller's content.
 */
export interface ArticleHandle {
  readonly view: EditorView;
  /** What scrolls the article: coordinates count from the corner of its content. */
  readonly scroller: HTMLElement;
  /** Gives the article the focus without moving it. */
  focus(): void;
  /** Selects the words between two positions, shows them and tells `onSelect` at once. */
  select(from: number, to: number): void;
  /** Empties the selection, leaving the caret at its end. */
  clearSelection(): void;
  /** Makes the article one that is written in, once; what it answers with is for sending. */
  write(Written: typeof Writing, options: WriteOptions): Writer;
  /** Writes what an earlier visit left unsent. */
  resume(unsent: Unsent): void;
  /** The selected words without the white space at their ends; null when none are, or when none of them is sent yet. */
  selection(): Extent | null;
  /** Where the caret, or the moving end of the selection, is. */
  caret(): number;
  /** Selects the sentence at the caret; when whole sentences are selected, takes in the next. */
  selectSentence(): void;
  /** Selects the first of the ranges (in reading order) after the selection, or the first of all; false when there is none. */
  selectNext(ranges: readonly Extent[]): boolean;
  /** The box around words; null when they have none (an empty range). */
  rectOf(from: number, to: number): Box | null;
  /** One box a line of the words between two positions. */
  linesOf(from: number, to: number): Box[];
  /** The top of an anchor's first line; null for one that is not in the text. Kept until the layout changes. */
  topOf(anchorId: string): number | null;
  /** One box a line of an anchor's words; none for one that is not in the text. */
  rectsOf(anchorId: string): Box[];
  /** The box of a textblock, by its index in the article's plain text. */
  blockBox(index: number): Box | null;
  /** Brings a position into view, at about a third of the height, unless it is well in view already. */
  scrollTo(pos: number): void;
}
