import { Fragment, type Node } from 'prosemirror-model';
import { type Step, Transform } from 'prosemirror-transform';
import { articleText } from '@/core/article/text';
import { difference } from '@/core/article/word-difference';
import { Problem } from '@/core/problem';

/**
 * The steps that make the words between two ProseMirror positions read as `wording`, word by word: what stays the same is not
 * touched, so that its marks, and what somebody types there meanwhile, stay. New words take the marks of those that they
 * replace; a line feed inside one block is a hard break, in code a line feed. Throws `correction-across-blocks` when a block edge would have to go.
 */
export function correctionSteps(doc: Node, from: number, to: number, wording: string): Step[] {
  const text = articleText(doc);
  const start = text.offsetAt(from, 1);
  const edit = new Transform(doc);
  let at = start;
  let removed = '';
  let put = '';
  const write = () => {
    if (removed === '' && put === '') return;
    const [head, tail] = [text.positionAt(at - removed.length), text.positionAt(at)];
    if (!doc.resolve(head).sameParent(doc.resolve(tail))) throw new Problem('correction-across-blocks');
    const marks = (removed === '' ? doc.resolve(head).marks() : doc.nodeAt(head)?.marks) ?? [];
    const lines = doc.resolve(head).parent.type.spec.code ? [put] : put.split('\n');
    const inline = lines.flatMap((line, index) => [
      ...(index > 0 ? [doc.type.schema.nodes.hard_break!.create()] : []),
      ...(line === '' ? [] : [doc.type.schema.text(line, marks)]),
    ]);
    edit.replaceWith(edit.mapping.map(head, -1), edit.mapping.map(tail, 1), Fragment.from(inline));
    removed = '';
    put = '';
  };
  for (const { kind, text: words } of difference(text.between(from, to), wording)) {
    if (kind === 'same') {
      write();
      at += words.length;
    } else if (kind === 'first') {
      at += words.length;
      removed += words;
    } else put += words;
  }
  write();
  return edit.steps;
}
