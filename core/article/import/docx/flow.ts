import type { Mark } from 'prosemirror-model';
import type { Field } from './field';
import type { ParagraphRole } from './styles';

/** What a document says, as it is read: blocks in their order. Lists, quotes and figures are made of it afterwards. */
export type Flow = Block[];
export type Block = Paragraph | Table;

export interface Paragraph {
  readonly kind: 'paragraph';
  look: ParagraphLook;
  readonly pieces: Piece[];
  readonly pictures: Picture[];
  /** Text boxes that hang at this paragraph: they come after it. */
  readonly asides: Flow[];
  /** The id that other parts of a document know it by, in capitals; empty without one. */
  id: string;
}

export interface ParagraphLook {
  readonly style: string | null;
  readonly role: ParagraphRole;
  readonly level: number;
  readonly numbering: { readonly list: string; readonly level: number } | null;
  /** Nothing but a line across the page, if it has no words. */
  readonly rule: boolean;
  /** Its end is no end, as tracked changes are taken: the next paragraph goes on in it. */
  readonly joins: boolean;
}

export interface Picture {
  readonly alt: string;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: Row[];
}

export interface Row {
  header: boolean;
  /** Not there, as tracked changes are taken. What is in it is only read for the places of comments. */
  gone: boolean;
  /** Columns of the grid that it leaves out before its first cell. */
  before: number;
  readonly cells: Cell[];
}

export interface Cell {
  columns: number;
  /** Whether it begins a cell of several rows, or goes on with the one above. */
  merge: 'begins' | 'goes-on' | null;
  /** Goes on with the cell to its left. */
  joinsLeft: boolean;
  gone: boolean;
  readonly flow: Flow;
}

export type NoteKind = 'footnote' | 'endnote';

/** A piece of a paragraph. One with a `field` is not there if that field turns out to be whole: it is part of its code. */
export type Piece = (
  | { readonly kind: 'text'; text: string; readonly marks: readonly Mark[] }
  | { readonly kind: 'break' }
  /** A page or column ends: a line break where there are words on both sides. */
  | { readonly kind: 'page' }
  | { readonly kind: 'reference'; readonly note: NoteKind; readonly id: string; readonly ownMark: boolean }
  /** Where a note has its own number. */
  | { readonly kind: 'number' }
  | { readonly kind: 'comment'; readonly id: string; readonly edge: 'start' | 'end' | 'reference' }
) & { readonly field?: Field | null };

export function emptyParagraph(look: ParagraphLook): Paragraph {
  return { kind: 'paragraph', look, pieces: [], pictures: [], asides: [], id: '' };
}

/** All pieces of a flow in reading order, those of tables and text boxes too. */
export function* piecesOf(flow: Flow): Generator<Piece> {
  for (const block of flow) {
    if (block.kind === 'table')
      for (const { cells } of block.rows) for (const cell of cells) yield* piecesOf(cell.flow);
    else {
      yield* block.pieces;
      for (const aside of block.asides) yield* piecesOf(aside);
    }
  }
}
