import { Mark } from 'prosemirror-model';
import { emptyParagraph, type Flow, type NoteKind, type ParagraphLook, type Piece } from './flow';
import { childOf, type PropertyTree, settingOf } from './property-tree';
import { superscript } from './run-look';

/** A note that the text refers to. */
export interface Note {
  readonly kind: NoteKind;
  readonly id: string;
  readonly label: string;
  /** The text has a mark of the writer's own for it, and the note begins with the same. */
  readonly ownMark: boolean;
}

/** How notes are numbered where a document does not say (ECMA-376 part 1, 17.11.17 and 17.11.18). */
const usual: Record<NoteKind, string> = { footnote: 'decimal', endnote: 'lowerRoman' };

/** Numbers notes in the order in which the text refers to them; footnotes and endnotes count apart, as their writer sees them. */
export class Notes {
  private readonly known = new Map<string, Note>();
  private readonly counts: Record<NoteKind, number> = { footnote: 0, endnote: 0 };

  constructor(private readonly formats: Record<NoteKind, string>) {}

  refer(kind: NoteKind, id: string, ownMark: boolean): Note {
    const key = `${kind} ${id}`;
    let note = this.known.get(key);
    if (!note) {
      // A note with a mark of its own does not count (17.11.14).
      const label = ownMark ? '' : numeral(++this.counts[kind], this.formats[kind]);
      note = { kind, id, label, ownMark };
      this.known.set(key, note);
    }
    return note;
  }

  /** All that were referred to so far, footnotes first. */
  all(): Note[] {
    const found = [...this.known.values()];
    return [...found.filter(({ kind }) => kind === 'footnote'), ...found.filter(({ kind }) => kind === 'endnote')];
  }
}

/** How a document numbers its notes, by its settings and its last section. */
export function noteFormats(trees: readonly PropertyTree[]): Record<NoteKind, string> {
  const formats = { ...usual };
  for (const tree of trees) {
    formats.footnote = settingOf(childOf(tree, 'w:footnotePr'), 'w:numFmt') ?? formats.footnote;
    formats.endnote = settingOf(childOf(tree, 'w:endnotePr'), 'w:numFmt') ?? formats.endnote;
  }
  return formats;
}

/** A note as it stands at the end of the article: its number raised, a space, its words. The flow is changed. */
export function numbered(flow: Flow, { label, ownMark }: Note, look: ParagraphLook): Flow {
  if (ownMark) return flow;
  const first = flow[0];
  const paragraph = first?.kind === 'paragraph' ? first : emptyParagraph(look);
  if (first !== paragraph) flow.unshift(paragraph);
  const { pieces } = paragraph;
  const at = pieces.findIndex(({ kind }) => kind === 'number');
  const next = pieces.slice(at + 1).find(({ kind }) => kind !== 'comment');
  const spaced = next?.kind === 'text' && /^\s/.test(next.text);
  const number: Piece[] = [{ kind: 'text', text: label, marks: [superscript] }];
  if (!spaced) number.push({ kind: 'text', text: ' ', marks: Mark.none });
  pieces.splice(Math.max(at, 0), at === -1 ? 0 : 1, ...number);
  return flow;
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number as a format (17.18.59) writes it; in figures for formats beyond the common ones. */
function numeral(number: number, format: string): string {
  switch (format) {
    case 'lowerRoman':
      return roman(number);
    case 'upperRoman':
      return roman(number).toUpperCase();
    case 'lowerLetter':
      return letter(number);
    case 'upperLetter':
      return letter(number).toUpperCase();
    case 'chicago':
      return '*†‡§'[(number - 1) % 4]!.repeat(Math.ceil(number / 4));
    default:
      return String(number);
  }
}

function roman(number: number): string {
  let left = Math.min(number, 9999);
  let written = '';
  for (const [value, sign] of romans) for (; left >= value; left -= value) written += sign;
  return written;
}

/** a to z, then aa to zz: a letter is repeated, as word processors do. */
function letter(number: number): string {
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}
