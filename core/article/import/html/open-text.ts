import { Mark, type Node } from 'prosemirror-model';
import { articleSchema } from '@/core/article/schema';
import type { Style } from './inline';

const { nodes } = articleSchema;

export type TextKind = 'paragraph' | 'heading' | 'code_block' | 'caption';

type Piece = { text: string; marks: readonly Mark[] } | null;

/**
 * A textblock that is being filled. White space collapses as HTML has it: runs are one space, none at the start, at the
 * end or beside a line break; a line break that nothing follows is not drawn and goes.
 */
export class OpenText {
  /** In order; null is a hard break. */
  private pieces: Piece[] = [];
  private space: readonly Mark[] | null = null;
  private breaks = 0;

  /** Two breaks in a row are how some pages write paragraphs; text that is `whole` (a heading, a caption) is never split. */
  constructor(
    readonly kind: TextKind,
    readonly attrs: Record<string, number> | null,
    readonly whole: boolean,
  ) {}

  /** Whether the next words begin a new block: an empty line stands between them and what there is. */
  get wantsSplit(): boolean {
    return !this.whole && this.breaks > 1 && this.pieces.length > 0;
  }

  /** Whether a line break would add nothing. */
  get endsInBreak(): boolean {
    return this.breaks > 0 || this.pieces.length === 0;
  }

  lineBreak(): void {
    this.breaks++;
    this.space = null;
  }

  /** Collapsible space: it shows only when words follow. */
  spaceAhead(marks: readonly Mark[]): void {
    if (this.breaks === 0 && this.pieces.length > 0) this.space ??= marks;
  }

  words(text: string, style: Style): void {
    if (this.kind === 'code_block') {
      const breaks = this.pieces.length > 0 ? '\n'.repeat(this.breaks) : '';
      this.push(breaks + text, Mark.none);
    } else {
      if (this.breaks > 0 && this.pieces.length > 0)
        for (let left = this.whole ? 1 : this.breaks; left > 0; left--) this.pieces.push(null);
      if (this.space) this.push(' ', this.space);
      this.push(text, style.marks);
    }
    this.space = null;
    this.breaks = 0;
  }

  /** The textblock, or null when there is nothing in it that a person would see. */
  toNode(): Node | null {
    if (this.pieces.every((piece) => piece === null || /^[\s\u00ad\u200b]*$/.test(piece.text))) return null;
    if (this.kind === 'code_block') {
      const last = this.pieces.at(-1);
      if (last) last.text = last.text.replace(/\n$/, '');
    }
    const inline = this.pieces.map((piece) =>
      piece ? articleSchema.text(piece.text, piece.marks) : nodes.hard_break.create(),
    );
    return nodes[this.kind].create(this.attrs, inline);
  }

  private push(text: string, marks: readonly Mark[]): void {
    const last = this.pieces.at(-1);
    if (last && Mark.sameSet(last.marks, marks)) last.text += text;
    else this.pieces.push({ text, marks });
  }
}
