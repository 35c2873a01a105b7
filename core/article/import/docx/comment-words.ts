import { articleSchema } from '@/core/article/schema';
import type { Flow, Paragraph, Piece } from './flow';

/** Words of one line of a comment or note, and where they lead, if they are a link. */
export interface Words {
  readonly text: string;
  readonly href: string | null;
}

/** The paragraphs of a flow in reading order, those of tables and text boxes too. */
export function* paragraphsOf(flow: Flow): Generator<Paragraph> {
  for (const block of flow) {
    if (block.kind === 'table')
      for (const { cells } of block.rows) for (const cell of cells) yield* paragraphsOf(cell.flow);
    else {
      yield block;
      for (const aside of block.asides) yield* paragraphsOf(aside);
    }
  }
}

/** The words of a paragraph; a line break is `\n`. */
export function wordsOf({ pieces }: Paragraph): Words[] {
  const found: { text: string; href: string | null }[] = [];
  for (const piece of pieces) {
    if (piece.field?.ended) continue;
    const text = textOf(piece);
    const href = piece.kind === 'text' ? linkOf(piece) : null;
    const last = found.at(-1);
    if (last && last.href === href) last.text += text;
    else if (text !== '') found.push({ text, href });
  }
  return found;
}

export function plainText(words: readonly Words[]): string {
  return words.map(({ text }) => text).join('');
}

function textOf(piece: Piece): string {
  if (piece.kind === 'text') return piece.text;
  return piece.kind === 'break' ? '\n' : '';
}

function linkOf(piece: Piece & { kind: 'text' }): string | null {
  return piece.marks.find(({ type }) => type === articleSchema.marks.link)?.attrs.href ?? null;
}
