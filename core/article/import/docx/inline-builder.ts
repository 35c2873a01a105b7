import type { Node } from 'prosemirror-model';
import { articleSchema } from '@/core/article/schema';
import type { Paragraph } from './flow';
import type { Note, Notes } from './notes';
import { superscript } from './run-look';

const { nodes } = articleSchema;

/** A place that a comment names: UTF-16 units into the words of a paragraph. */
export interface Point {
  readonly id: string;
  readonly edge: 'start' | 'end' | 'reference';
  readonly paragraph: Paragraph;
  readonly offset: number;
}

/** Where the text refers to a note; `length` is that of the number that stands there, in UTF-16 units. */
export interface NoteReference {
  readonly note: Note;
  readonly paragraph: Paragraph;
  readonly offset: number;
  readonly length: number;
}

/** The words of a paragraph as the article's schema has them. */
export interface Inline {
  readonly content: readonly Node[];
  readonly text: string;
}

/** Makes inline content of paragraphs, in reading order, and remembers where comments and notes stand in it. */
export class InlineBuilder {
  /** Every paragraph that was seen, in reading order, whether the article has it or not. */
  readonly order: Paragraph[] = [];
  readonly points: Point[] = [];
  readonly references: NoteReference[] = [];
  /** The textblock that a paragraph became, or became a part of, and where in its text it begins. */
  readonly textblocks = new Map<Paragraph, { readonly node: Node; readonly base: number }>();

  constructor(readonly notes: Notes) {}

  build(paragraph: Paragraph): Inline {
    this.order.push(paragraph);
    const isCode = paragraph.look.role === 'code';
    const content: Node[] = [];
    let text = '';
    let pageEnded = false;
    const add = (node: Node, words: string) => {
      content.push(node);
      text += words;
    };
    const lineBreak = () => {
      if (isCode) add(articleSchema.text('\n'), '\n');
      else add(nodes.hard_break.create(), '\n');
    };
    const words = () => {
      if (pageEnded && text !== '') lineBreak();
      pageEnded = false;
    };
    for (const piece of paragraph.pieces) {
      if (piece.field?.ended) continue;
      switch (piece.kind) {
        case 'text':
          words();
          add(articleSchema.text(piece.text, isCode ? [] : piece.marks), piece.text);
          break;
        case 'break':
          words();
          lineBreak();
          break;
        case 'page':
          pageEnded = true;
          break;
        case 'comment':
          this.points.push({ id: piece.id, edge: piece.edge, paragraph, offset: text.length });
          break;
        case 'reference': {
          const note = this.notes.refer(piece.note, piece.id, piece.ownMark);
          const { label } = note;
          this.references.push({ note, paragraph, offset: text.length, length: label.length });
          if (label !== '') add(articleSchema.text(label, isCode ? [] : [superscript]), label);
        }
      }
    }
    return { content, text };
  }
}

/** Whether there is nothing in this that a person would see. */
export function isBlank(text: string): boolean {
  return /^[\s\u00ad\u200b]*$/.test(text);
}
