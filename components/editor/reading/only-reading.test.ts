import { EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { articleSchema } from '@/core/article/schema';
import { onlyReading } from './only-reading';

const { doc, paragraph } = articleSchema.nodes;
const state = EditorState.create({
  doc: doc.create(null, paragraph.create(null, articleSchema.text('These words stay.'))),
  plugins: [onlyReading(() => true)],
});

describe('reading', () => {
  it.each([
    ['typing', state.tr.insertText('x', 3)],
    ['deleting', state.tr.delete(2, 5)],
    ['formatting', state.tr.addMark(2, 5, articleSchema.mark('strong'))],
    ['splitting a block', state.tr.split(4)],
  ])('refuses %s', (_name, tr) => {
    expect(state.apply(tr)).toBe(state);
  });

  it('lets a selection through', () => {
    const next = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 2, 6)));
    expect(next.selection.from).toBe(2);
    expect(next.doc).toBe(state.doc);
  });
});
