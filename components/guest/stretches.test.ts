import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DocNode, sizeOf } from '@/components/typeset/typeset';
import type { Asked } from './stretches';
import { firstPlace, stretchesOf } from './stretches';

const paragraph = (words: string): DocNode => ({
  type: 'paragraph',
  content: words === '' ? [] : [{ type: 'text', text: words }],
});

function askedAt(...froms: (number | null)[]): Asked[] {
  return froms.map((from, index) => ({
    number: index + 1,
    claim: {
      id: `claim-${index}`,
      exact: 'x',
      queries: [],
      anchors: [
        {
          id: `anchor-${index}`,
          from,
          to: from === null ? null : from + 1,
          exact: 'x',
          prefix: '',
          suffix: '',
          start: from,
          end: from,
          current: from === null ? null : 'x',
          state: from === null ? 'orphaned' : 'anchored',
        },
      ],
    },
  }));
}

const numbers = (asked: readonly Asked[]) => asked.map(({ number }) => number);

describe('the stretches of a text', () => {
  const blocks = ['one', 'two', 'three', 'four'].map(paragraph);

  it('begin anew at each block in which something is asked', () => {
    const stretches = stretchesOf(blocks, askedAt(6, 7, 12));
    expect(stretches.map(({ head, asked, rest }) => [head.length, numbers(asked), rest.length])).toEqual([
      [0, [], 1],
      [1, [1, 2], 0],
      [1, [3], 1],
    ]);
  });

  it('are one where nothing is asked, and none of nothing', () => {
    expect(stretchesOf(blocks, []).map(({ rest }) => rest.length)).toEqual([4]);
    expect(stretchesOf([], askedAt(1))).toEqual([]);
  });

  it('leave out what has no place any more', () => {
    const lost = askedAt(null);
    expect(stretchesOf(blocks, lost).flatMap(({ asked }) => asked)).toEqual([]);
    expect(firstPlace(lost[0]!)).toBeNull();
  });

  it('hold every block once, in order, at its position, and every claim that has a place in the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 5 }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(60), { maxLength: 6 }),
        (texts, wanted) => {
          const blocks = texts.map(paragraph);
          const size = blocks.reduce((sum, block) => sum + sizeOf(block), 0);
          const asked = askedAt(...wanted.map((from) => from % size));
          const stretches = stretchesOf(blocks, asked);
          expect(stretches.flatMap(({ head, rest }) => [...head, ...rest])).toEqual(blocks);
          expect(numbers(stretches.flatMap((one) => one.asked)).sort((a, b) => a - b)).toEqual(numbers(asked));
          let at = 0;
          for (const { head, headAt, rest, restAt } of stretches) {
            if (head.length > 0) expect(headAt).toBe(at);
            at += head.reduce((sum, block) => sum + sizeOf(block), 0);
            if (rest.length > 0) expect(restAt).toBe(at);
            at += rest.reduce((sum, block) => sum + sizeOf(block), 0);
          }
        },
      ),
    );
  });
});
