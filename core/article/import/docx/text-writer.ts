import { Mark } from 'prosemirror-model';
import { articleSchema } from '@/core/article/schema';
import { webAddress } from '../html/inline';
import { Field } from './field';
import type { NoteKind, Paragraph, Picture, Piece } from './flow';
import type { Reading } from './reading';
import { type Languages, linked, type RunLook } from './run-look';

/** Writes what runs hold into the paragraph that is open. One for the text around, and one for each text box in it. */
export class TextWriter {
  paragraph: Paragraph | null = null;
  look: RunLook = plain;
  link: Mark | null = null;
  /** Raised or lowered by the structure of a formula. */
  script: Mark | null = null;
  /** The reading above characters (17.3.3.25) comes before them in the document, and in brackets after them in the article. */
  private ruby: Piece[] = [];
  private inRuby = false;
  private field: Field | null = null;

  constructor(
    private readonly reading: Reading,
    private readonly assumed: Languages,
    private readonly begin: () => Paragraph,
  ) {}

  /** The words of a `w:t`. Spaces at their ends count only where the document says so; a line end in them is a space. */
  words(characters: string, preserve: boolean): void {
    const kept = preserve ? characters : characters.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
    this.characters(kept.replace(/[\r\n]/g, ' '));
  }

  /** Characters as they are. */
  characters(text: string): void {
    if (text === '' || !this.isSeen(text.trim() !== '')) return;
    this.reading.text(text.length);
    this.reading.languages.add(text, this.look.languages, this.assumed);
    const within = linked(this.look.marks, this.link ?? this.field?.link ?? null);
    this.push({ kind: 'text', text, marks: this.script ? this.script.addToSet(within) : within });
  }

  lineBreak(kind: 'break' | 'page'): void {
    if (this.isSeen(false)) this.push({ kind });
  }

  reference(note: NoteKind, id: string, ownMark: boolean): void {
    if (this.isSeen(true)) this.push({ kind: 'reference', note, id, ownMark });
  }

  number(): void {
    if (this.isSeen(false)) this.push({ kind: 'number' });
  }

  picture(picture: Picture): void {
    if (!this.isSeen(true)) return;
    this.reading.piece();
    (this.paragraph ?? this.begin()).pictures.push(picture);
  }

  /** A comment's place is kept even where its words are not: it goes to what stands nearest. */
  comment(id: string, edge: 'start' | 'end' | 'reference'): void {
    this.reading.piece();
    (this.paragraph ?? this.begin()).pieces.push({ kind: 'comment', id, edge });
  }

  /** Keeps what is written for `writeRuby`; returns how that ends. */
  holdRuby(): () => void {
    this.ruby = [];
    this.inRuby = true;
    return () => {
      this.inRuby = false;
    };
  }

  /** Writes what was kept, in brackets. */
  writeRuby(): void {
    const { ruby } = this;
    this.ruby = [];
    if (ruby.length === 0) return;
    this.push({ kind: 'text', text: '(', marks: Mark.none });
    for (const piece of ruby) this.push(piece);
    this.push({ kind: 'text', text: ')', marks: Mark.none });
  }

  /** A link of the document's own to an address; null for a place inside the document. */
  linkTo(address: string | null): Mark | null {
    const href = address === null ? null : webAddress(address);
    if (href !== null) return articleSchema.marks.link.create({ href });
    this.lostLink(address);
    return null;
  }

  fieldSign(type: string | undefined): void {
    if (this.reading.gone > 0) return;
    if (type === 'begin') this.field = new Field(this.field);
    else if (type === 'separate') this.beginResult();
    else if (type === 'end') this.endField();
  }

  fieldCode(characters: string): void {
    if (this.reading.gone === 0) this.field?.addCode(characters);
  }

  simpleField(code: string): void {
    this.field = new Field(this.field);
    this.field.addCode(code);
    this.beginResult();
  }

  endField(): void {
    if (!this.field) return;
    this.field.ended = true;
    if (this.field.contents) this.reading.tally.add('contents-list');
    this.field = this.field.outer;
  }

  private beginResult(): void {
    this.field?.beginResult();
    if (this.field && this.field.lost !== null) this.lostLink(this.field.lost);
  }

  private lostLink(address: string | null): void {
    const isScript = /^(javascript|vbscript|data)/i.test((address ?? '').replace(/[\s\p{Cc}]/gu, ''));
    if (this.reading.gone === 0 && !this.field?.swallowing)
      this.reading.tally.add(isScript ? 'script-link' : 'local-link');
  }

  /** Whether something is there, as changes are taken, and a reader sees it; it is counted either way. */
  private isSeen(isContent: boolean): boolean {
    if (isContent) this.reading.changes.content();
    if (this.reading.gone > 0) return false;
    if (isContent) this.reading.hidden(this.look.hidden);
    return !this.look.hidden;
  }

  private push(piece: Piece): void {
    const pieces = this.inRuby ? this.ruby : (this.paragraph ?? this.begin()).pieces;
    const field = this.field?.swallowing ?? null;
    const last = pieces.at(-1);
    if (
      piece.kind === 'text' &&
      last?.kind === 'text' &&
      (last.field ?? null) === field &&
      Mark.sameSet(last.marks, piece.marks)
    ) {
      last.text += piece.text;
      return;
    }
    this.reading.piece();
    pieces.push(field ? { ...piece, field } : piece);
  }
}

const silent: Languages = { western: null, asian: null, rightToLeft: null, isRightToLeft: false };
const plain: RunLook = { marks: Mark.none, hidden: false, languages: silent };
