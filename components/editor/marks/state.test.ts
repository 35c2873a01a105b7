import { Mapping, StepMap } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import type { ClaimMark } from '../claim-mark';
import { changeMarks, createMarks, mapMarks, marksBetween, placeOf } from './state';

function mark(anchorId: string, from: number, to: number): ClaimMark {
  return {
    claimId: `claim-${anchorId}`,
    anchorId,
    number: 1,
    from,
    to,
    colour: 'green',
    pattern: 'solid',
    label: '',
    stale: false,
    correction: null,
    details: '',
  };
}
const replaced = (at: number, old: number, now: number) => new Mapping([new StepMap([at, old, now])]);
const names = (state: ReturnType<typeof createMarks>, from: number, to: number) =>
  marksBetween(state, from, to).map((index) => state.marks[index]!.anchorId);

describe('marks', () => {
  it('puts them in reading order, the longest of those that start together first', () => {
    const state = createMarks([mark('c', 8, 9), mark('b', 2, 4), mark('a', 2, 6)]);
    expect(state.marks.map((one) => one.anchorId)).toEqual(['a', 'b', 'c']);
  });

  it('gives the earlier start the upper lane and keeps each claim in its own', () => {
    const state = createMarks([mark('a', 1, 10), mark('b', 5, 20), mark('c', 10, 12), mark('d', 12, 30)]);
    expect([...state.lane]).toEqual([0, 1, 0, 0]);
  });

  it.each([
    ['before a mark', 0, 4, []],
    ['up to where one starts', 0, 5, []],
    ['over its first place', 0, 6, ['long']],
    ['inside two', 20, 21, ['long', 'short']],
    ['after the short one, inside the long', 30, 31, ['long']],
    ['from where the long one ends', 90, 95, []],
    ['over everything', 0, 200, ['long', 'short', 'last']],
  ])('finds what lies %s', (_name, from, to, expected) => {
    const state = createMarks([mark('long', 5, 90), mark('short', 18, 25), mark('last', 100, 110)]);
    expect(names(state, from, to)).toEqual(expected);
  });

  it('answers a change that changes nothing with the same value', () => {
    const given = [mark('a', 1, 5)];
    const state = changeMarks(createMarks(given), { type: 'activate', active: { claimId: 'x', anchorId: 'y' } });
    expect(changeMarks(state, { type: 'set', marks: given })).toBe(state);
    expect(changeMarks(state, { type: 'activate', active: { claimId: 'x', anchorId: 'y' } })).toBe(state);
    expect(changeMarks(state, { type: 'hover', claimId: null })).toBe(state);
    expect(changeMarks(state, { type: 'window', from: 0, to: 0 })).toBe(state);
    expect(mapMarks(state, new Mapping())).toBe(state);
  });

  it('keeps what is active, hovered and drawn when the marks are given anew', () => {
    let state = changeMarks(createMarks([]), { type: 'hover', claimId: 'h' });
    state = changeMarks(state, { type: 'window', from: 3, to: 9 });
    state = changeMarks(state, { type: 'set', marks: [mark('a', 1, 5)] });
    expect(state).toMatchObject({ hovered: 'h', window: { from: 3, to: 9 } });
  });

  it.each([
    ['an insertion before it', replaced(2, 0, 3), { from: 8, to: 13 }],
    ['an insertion at its start', replaced(5, 0, 3), { from: 8, to: 13 }],
    ['an insertion inside it', replaced(7, 0, 3), { from: 5, to: 13 }],
    ['an insertion at its end', replaced(10, 0, 3), { from: 5, to: 10 }],
    ['a deletion of its middle', replaced(6, 2, 0), { from: 5, to: 8 }],
    ['a deletion of all of it', replaced(4, 8, 0), null],
    ['a rewording of exactly its words', replaced(5, 5, 9), { from: 5, to: 14 }],
  ])('follows %s', (_name, mapping, expected) => {
    expect(placeOf(mapMarks(createMarks([mark('a', 5, 10)]), mapping), 'a')).toEqual(expected);
  });

  it('finds a collapsed mark nowhere and keeps it', () => {
    const state = mapMarks(createMarks([mark('a', 5, 10), mark('b', 20, 25)]), replaced(4, 8, 0));
    expect(names(state, 0, 100)).toEqual(['b']);
    expect(state.marks).toHaveLength(2);
  });
});
