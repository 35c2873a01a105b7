import { describe, expect, it } from 'vitest';
import { colours, glyphs, patterns, presetScales } from '@/core/claim/scale';
import { draftOf, freshVerdict, numberOf, sameMarks, verdictsOf } from './verdict-key';

const palette = { glyphs, colours, patterns };
const five = (presetScales.find(({ id }) => id === 'five-point')?.verdicts ?? []).map(draftOf);

describe('verdictsOf', () => {
  it('gives back unchanged what was not edited', () => {
    expect(verdictsOf(five)).toEqual(presetScales.find(({ id }) => id === 'five-point')?.verdicts);
  });
  it('keeps the key of a verdict whose label changes', () => {
    expect(verdictsOf([{ ...five[0]!, label: 'Right' }])[0]).toMatchObject({ key: 'true', label: 'Right' });
  });
  it.each([
    ['Needs context', 'needs-context'],
    ['Übertrieben!', 'ubertrieben'],
    ['嘘', 'verdict'],
    ['True', 'true-2'],
  ])('makes the key of a new verdict out of the label %s', (label, key) => {
    const fresh = { ...freshVerdict(five, palette, 'x'), label };
    expect(verdictsOf([...five, fresh]).at(-1)?.key).toBe(key);
  });
});

describe('freshVerdict', () => {
  it('begins with a mark that no verdict has', () => {
    const fresh = freshVerdict(five, palette, 'x');
    expect(sameMarks([...five, fresh]).size).toBe(0);
    expect(five.some(({ colour }) => colour === fresh.colour)).toBe(false);
  });
});

describe('numberOf', () => {
  it.each([
    ['', null],
    [' 3 ', 3],
    ['2,5', 2.5],
    ['-1', -1],
    ['three', undefined],
  ])('reads %j as %j', (typed, number) => {
    expect(numberOf(typed)).toBe(number);
  });
});
