import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { articleOf } from '@/core/anchor/generated-article';
import { correctionSteps } from './correction-steps';
import { articleSchema } from './schema';
import { articleText } from './text';

const { nodes, marks } = articleSchema;
const doc = articleOf('Ten men saw nine old boats.', 'It rained\nall day.');

function corrected(before: typeof doc, from: number, to: number, wording: string) {
  const edit = new Transform(before);
  for (const step of correctionSteps(before, from, to, wording)) edit.step(step);
  return edit;
}

describe('correctionSteps', () => {
  it.each<[string, number, number, string, string, number]>([
    ['nothing where the words are the same', 1, 28, 'Ten men saw nine old boats.', 'Ten men saw nine old boats.', 0],
    ['one word for another', 1, 28, 'Ten men saw six old boats.', 'Ten men saw six old boats.', 1],
    [
      'two words far apart, and nothing between',
      1,
      28,
      'Two men saw nine new boats.',
      'Two men saw nine new boats.',
      2,
    ],
    ['words that were missing', 13, 28, 'nine very old boats.', 'Ten men saw nine very old boats.', 1],
    ['words that are too many', 13, 28, 'nine boats.', 'Ten men saw nine boats.', 1],
    ['other words altogether', 1, 28, 'Nobody came!', 'Nobody came!', 2],
    ['no words', 4, 8, '', 'Ten saw nine old boats.', 1],
    ['a line more', 1, 8, 'Ten\nmen', 'Ten\nmen saw nine old boats.', 1],
  ])('puts in %s', (_, from, to, wording, first, most) => {
    const { doc: after, steps } = corrected(doc, from, to, wording);
    expect(articleText(after).text).toBe(`${first}\nIt rained\nall day.`);
    expect(steps.length).toBeLessThanOrEqual(most);
    after.check();
  });

  it('writes a line of its own as a hard break, and takes one out', () => {
    const { doc: after } = corrected(doc, 30, 48, 'It rained all\nday.');
    expect(after.child(1).children.map(({ type }) => type.name)).toEqual(['text', 'hard_break', 'text']);
    expect(after.child(1).lastChild!.text).toBe('day.');
  });

  it('corrects on both sides of a block’s edge, but never takes the edge out', () => {
    const { doc: after } = corrected(doc, 18, 39, 'new boats.\nIt snowed');
    expect(articleText(after).text).toBe('Ten men saw nine new boats.\nIt snowed\nall day.');
    expect(() => correctionSteps(doc, 18, 39, 'boats as it snowed')).toThrow(
      expect.objectContaining({ code: 'correction-across-blocks' }),
    );
  });

  it('keeps the marks of the words that stay, and gives new words those of the words they replace', () => {
    const bold = new Transform(doc).addMark(13, 17, marks.strong.create()).addMark(22, 27, marks.emphasis.create()).doc;
    const { doc: after } = corrected(bold, 1, 28, 'Ten men saw six old boats.');
    const marked = after.child(0).children.map(({ text, marks }) => [text, marks.map(({ type }) => type.name).join()]);
    expect(marked).toEqual([
      ['Ten men saw ', ''],
      ['six', 'strong'],
      [' old ', ''],
      ['boats', 'emphasis'],
      ['.', ''],
    ]);
  });

  it('writes lines into code as they are', () => {
    const code = nodes.doc.create(null, nodes.code_block.create(null, articleSchema.text('one two')));
    const { doc: after } = corrected(code, 1, 8, 'one\nthree');
    expect(after.child(0).textContent).toBe('one\nthree');
    after.check();
  });
});
