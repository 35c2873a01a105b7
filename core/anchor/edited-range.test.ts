import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { articleSchema } from '@/core/article/schema';
import { editedRange } from './edited-range';
import { articleOf } from './generated-article';

const doc = articleOf('Ten men saw nine boats.', 'It rained.');
const put = (words: string) => articleSchema.text(words);

describe('editedRange', () => {
  it.each<[string, (edit: Transform) => Transform, object | null]>([
    ['nothing done', (edit) => edit, null],
    ['a mark', (edit) => edit.addMark(1, 4, articleSchema.marks.strong.create()), null],
    ['words put in', (edit) => edit.insert(5, put('old ')), { from: 5, to: 5, shift: 4 }],
    ['words taken out', (edit) => edit.delete(5, 9), { from: 5, to: 9, shift: -4 }],
    ['words replaced', (edit) => edit.replaceWith(5, 8, put('women')), { from: 5, to: 8, shift: 2 }],
    [
      'two places, the first one first',
      (edit) => edit.insert(5, put('old ')).delete(20, 24),
      { from: 5, to: 20, shift: 0 },
    ],
    [
      'two places, the last one first',
      (edit) => edit.delete(16, 20).insert(5, put('old ')),
      { from: 5, to: 20, shift: 0 },
    ],
    [
      'what is put in and changed again',
      (edit) => edit.insert(5, put('olden ')).delete(8, 10),
      { from: 5, to: 5, shift: 4 },
    ],
    [
      'more taken out around what was put in',
      (edit) => edit.insert(5, put('old ')).delete(2, 11),
      { from: 2, to: 7, shift: -5 },
    ],
    [
      'a block around all',
      (edit) =>
        edit.wrap(edit.doc.resolve(1).blockRange(edit.doc.resolve(30))!, [{ type: articleSchema.nodes.blockquote }]),
      { from: 0, to: 37, shift: 2 },
    ],
  ])('of %s', (_, edit, range) => {
    expect(editedRange(doc.content.size, edit(new Transform(doc)).steps)).toEqual(range);
  });
});
