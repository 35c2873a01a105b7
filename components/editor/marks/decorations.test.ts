import type { Decoration } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import { articleSchema } from '@/core/article/schema';
import type { ClaimMark } from '../claim-mark';
import { paintedMarks } from './decorations';
import { changeMarks, createMarks } from './state';

const { doc, paragraph } = articleSchema.nodes;
const em = articleSchema.mark('emphasis');
const text = (words: string, ...marks: (typeof em)[]) => articleSchema.text(words, marks);
const article = doc.create(null, [
  paragraph.create(null, [text('plain '), text('leaning', em), text(' plain again')]),
  paragraph.create(null, [text('a second one')]),
]);

function mark(claimId: string, from: number, to: number, more: Partial<ClaimMark> = {}): ClaimMark {
  return {
    claimId,
    anchorId: `${claimId}-1`,
    number: 1,
    from,
    to,
    colour: 'red',
    pattern: 'double',
    label: 'Claim 1: False',
    stale: false,
    correction: null,
    details: `note-${claimId}`,
    ...more,
  };
}

function painted(marks: readonly ClaimMark[], change?: Parameters<typeof changeMarks>[1]) {
  let state = changeMarks(createMarks(marks), { type: 'window', from: 0, to: 1000 });
  if (change) state = changeMarks(state, change);
  return paintedMarks(state, article)
    .find()
    .map((decoration): Piece => ({ ...attributesOf(decoration), from: decoration.from, to: decoration.to }));
}

interface Piece extends Attributes {
  from: number;
  to: number;
}

interface Attributes {
  nodeName?: string;
  class?: string;
  'data-claims'?: string;
  'data-lane'?: string;
}

/** ProseMirror keeps what a decoration draws in its type. */
function attributesOf(decoration: Decoration): Attributes {
  return (decoration as unknown as { type: { attrs: Attributes } }).type.attrs;
}

describe('the painting of marks', () => {
  it('is one mark element a claim, in one run of text, and plain elements after it', () => {
    const pieces = painted([mark('a', 1, 20)]);
    expect(pieces.map(({ from, to, nodeName }) => [from, to, nodeName])).toEqual([
      [1, 7, 'mark'],
      [7, 20, 'span'],
    ]);
    expect(pieces[0]).toMatchObject({ 'aria-details': 'note-a', 'aria-description': 'Claim 1: False' });
    expect(pieces[1]).not.toHaveProperty('aria-details');
  });

  it('names every claim of a segment on each of its elements', () => {
    const pieces = painted([mark('a', 1, 6), mark('b', 3, 6)]).filter((piece) => piece.from === 3);
    expect(pieces.map((piece) => piece['data-claims'])).toEqual(['a b', 'a b']);
    expect(pieces.map((piece) => piece['data-lane'])).toEqual(['0', '1']);
  });

  it('draws a claim without a verdict as such', () => {
    expect(painted([mark('a', 1, 6, { colour: null, pattern: null })])[0]).toMatchObject({
      'data-colour': 'none',
      'data-pattern': 'none',
    });
  });

  it('lights the open place fully, and the other places of an open or hovered claim lightly', () => {
    const marks = [mark('a', 1, 3), mark('a', 4, 6, { anchorId: 'a-2' }), mark('b', 24, 26)];
    const classes = (change: Parameters<typeof changeMarks>[1]) => painted(marks, change).map((piece) => piece.class);
    expect(classes({ type: 'activate', active: { claimId: 'a', anchorId: 'a-2' } })).toEqual([
      'mark is-hover',
      'mark is-active',
      'mark',
    ]);
    expect(classes({ type: 'hover', claimId: 'a' })).toEqual(['mark is-hover', 'mark is-hover', 'mark']);
  });

  it('strikes the words of a proposed correction, also where it is empty', () => {
    expect(painted([mark('a', 1, 4, { correction: '' })]).at(-1)).toMatchObject({ from: 1, to: 4, nodeName: 'del' });
  });

  it('draws only what the window shows', () => {
    const state = changeMarks(createMarks([mark('a', 1, 6), mark('b', 26, 30)]), { type: 'window', from: 20, to: 28 });
    const found = paintedMarks(state, article).find();
    expect(found.map(({ from, to }) => [from, to])).toEqual([[26, 28]]);
  });
});
