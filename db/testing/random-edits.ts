import fc from 'fast-check';
import type { Node, Slice } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { articleSchema } from '@/core/article/schema';
import { forbiddenCharacter } from '@/core/record';

/** What a person does to a text; numbers choose the place, whatever the text is by then. */
export interface RandomEdit {
  readonly how: (typeof hows)[number];
  readonly at: number;
  readonly span: number;
  readonly words: string;
}
const hows = ['insert', 'delete', 'replace', 'split', 'join', 'mark', 'wrap', 'lift', 'block', 'cut', 'paste'] as const;

export const randomEdit: fc.Arbitrary<RandomEdit> = fc.record({
  how: fc.constantFrom(...hows),
  at: fc.nat(5000),
  span: fc.oneof(fc.nat(6), fc.nat(120)),
  words: fc.constantFrom('x', ' ', 'two words', '“quoted”', '😀'),
});

/** Edits as one hand makes them: what it cut last, it can paste. One that does not fit is left out. */
export class Hand {
  private held: Slice | null = null;

  make(whole: Transform, one: RandomEdit): void {
    const edit = new Transform(whole.doc);
    try {
      this.attempt(edit, one);
      // Half a table that is pasted can leave ProseMirror with a cell that holds no block; and nobody cuts a character in two.
      edit.doc.check();
      edit.doc.descendants((node) => {
        if (forbiddenCharacter(node.text ?? '') !== -1) throw new Error('Half a character.');
      });
    } catch {
      return;
    }
    for (const step of edit.steps) whole.step(step);
  }

  private attempt(edit: Transform, { how, at, span, words }: RandomEdit): void {
    const from = at % edit.doc.content.size;
    const to = Math.min(edit.doc.content.size, from + span);
    const range = edit.doc.resolve(from).blockRange(edit.doc.resolve(to));
    const text = articleSchema.text(words);
    if (how === 'insert') edit.insert(from, text);
    else if (how === 'delete') edit.delete(from, to);
    else if (how === 'replace') edit.replaceWith(from, to, text);
    else if (how === 'split') edit.split(from);
    else if (how === 'join') edit.join(from);
    else if (how === 'mark') edit.addMark(from, to, articleSchema.marks.strong.create());
    else if (how === 'wrap' && range) edit.wrap(range, [{ type: articleSchema.nodes.blockquote }]);
    else if (how === 'lift' && range) edit.lift(range, 0);
    else if (how === 'block') edit.setBlockType(from, to, articleSchema.nodes.heading, { level: 3 });
    else if (how === 'cut') {
      this.held = edit.doc.slice(from, to);
      edit.delete(from, to);
    } else if (how === 'paste' && this.held) edit.replace(from, from, this.held);
  }

  /** The steps of several edits, and the text that they make. */
  all(doc: Node, edits: readonly RandomEdit[]): Transform {
    const edit = new Transform(doc);
    for (const one of edits) this.make(edit, one);
    return edit;
  }
}
