import { describe, expect, it } from 'vitest';
import type { ClaimMark } from '../claim-mark';
import { marksAt, marksAtCaret, nextOf } from './commands';
import { createMarks } from './state';

function mark(claimId: string, anchorId: string, from: number, to: number): ClaimMark {
  const rest = { colour: null, pattern: null, label: '', stale: false, correction: null, details: '' };
  return { claimId, anchorId, number: 1, from, to, ...rest };
}
const state = createMarks([
  mark('outer', 'o', 1, 40),
  mark('inner', 'i', 10, 20),
  mark('twice', 't1', 12, 18),
  mark('twice', 't2', 13, 30),
  mark('next', 'n', 40, 50),
]);
const claims = (marks: readonly { claimId: string }[]) => marks.map((one) => one.claimId);

describe('what a place means', () => {
  it('is the shortest claim first, each claim once', () => {
    expect(claims(marksAt(state, 14))).toEqual(['twice', 'inner', 'outer']);
    expect(marksAt(state, 14)[0]).toEqual({ claimId: 'twice', anchorId: 't1' });
  });

  it('ends with the last character of a mark', () => {
    expect(claims(marksAt(state, 39))).toEqual(['outer']);
    expect(claims(marksAt(state, 40))).toEqual(['next']);
    expect(marksAt(state, 50)).toEqual([]);
  });

  it('takes a caret that only touches a mark to be in it', () => {
    expect(claims(marksAtCaret(state, 50))).toEqual(['next']);
    expect(claims(marksAtCaret(state, 1))).toEqual(['outer']);
    expect(claims(marksAtCaret(state, 10))).toEqual(['outer']);
    expect(marksAtCaret(state, 52)).toEqual([]);
  });
});

describe('opening one of several claims', () => {
  const candidates = marksAt(state, 14);

  it('opens the first when none of them is open', () => {
    expect(nextOf(candidates, null)?.claimId).toBe('twice');
    expect(nextOf(candidates, { claimId: 'next', anchorId: 'n' })?.claimId).toBe('twice');
  });

  it('goes round them', () => {
    let active = nextOf(candidates, null);
    const seen: string[] = [];
    for (let click = 0; click < 4; click++) {
      seen.push(active!.claimId);
      active = nextOf(candidates, active);
    }
    expect(seen).toEqual(['twice', 'inner', 'outer', 'twice']);
  });

  it('opens nothing where nothing is', () => {
    expect(nextOf([], { claimId: 'next', anchorId: 'n' })).toBeNull();
  });
});
