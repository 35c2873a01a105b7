import { describe, expect, it } from 'vitest';
import { roles } from '@/core/newsroom/vocabulary';
import { type MoveAct, moveActs, moveOf, moves, movesByHand, refuseMove } from './moves';
import { claimStatuses } from './vocabulary';

/**
 * The whole law once more, drawn: from each status (rows) to each (columns), in the order of `claimStatuses`. `c`: whoever may
 * check; `e`: editors and admins; `*`: it follows from what somebody else may do; `.`: there is no such move.
 *
 *                   open checking awaiting-source query in-review approved disputed
 */
const drawn: Record<MoveAct, string[]> = {
  hand: [
    '. c c c c . c',
    'c . c c c . c',
    'c c . c c . c',
    'c c c . c . c',
    'c c c c . . c',
    'e e e e e . c',
    'c c c c c . .',
  ],
  approve: ['. . . . e e .', '. . . . e e .', '. . . . e e .', '. . . . e e .', '. . . . . e .', none(), none()],
  return: [
    '. e . . . . .',
    none(),
    '. e . . . . .',
    '. e . . . . .',
    '. e . . . . .',
    '. e . . . . .',
    '. e . . . . .',
  ],
  withdraw: [...Array(5).fill(none()), '. . . . e . .', none()],
  'query-put': ['. . . * . . .', '. . . * . . .', '. . . * . . .', none(), '. . . * . . .', none(), none()],
  'query-answered': [none(), none(), none(), '. * . . . . .', none(), none(), none()],
  'checks-agreed': [
    '. . . . * . .',
    '. . . . * . .',
    '. . . . * . .',
    '. . . . * . .',
    none(),
    '. . . . * . .',
    '. . . . * . .',
  ],
  'checks-differed': [...Array(6).fill('. . . . . . *'), none()],
  decide: [...Array(6).fill(none()), '. . . . e . .'],
  'judged-anew': [...Array(5).fill(none()), '. . . . * . .', none()],
  'words-changed': [...Array(5).fill(none()), '. . . . * . .', none()],
  graver: [...Array(5).fill(none()), '. . . . * . .', none()],
  'rules-unmet': [...Array(5).fill(none()), '. . . . * . .', none()],
  'source-fell': [...Array(4).fill(none()), '. * . . . . .', '. * . . . . .', none()],
};
function none() {
  return '. . . . . . .';
}
const mayBy = {
  c: ['admin', 'editor', 'checker'],
  e: ['admin', 'editor'],
  '*': [...roles],
  '.': [],
} as Record<string, string[]>;

describe('the moves', () => {
  it('are those that are drawn, for every act, pair of statuses and role', () => {
    let asked = 0;
    for (const act of moveActs)
      for (const [row, from] of claimStatuses.entries())
        for (const [column, to] of claimStatuses.entries())
          for (const role of roles) {
            const mark = drawn[act][row]!.split(' ')[column]!;
            const expected = mark === '.' ? 'impossible' : mayBy[mark]!.includes(role) ? 'possible' : 'forbidden';
            expect(`${act} ${from} ${to} ${role}: ${moveOf(from, to, act, role)}`).toBe(
              `${act} ${from} ${to} ${role}: ${expected}`,
            );
            asked++;
          }
    expect(asked).toBe(moveActs.length * claimStatuses.length ** 2 * roles.length);
  });

  it('reach approved by approving alone', () => {
    expect(moves.filter(({ to }) => to.includes('approved')).map(({ by }) => by)).toEqual(['approve']);
  });

  it('are offered by hand as they are allowed', () => {
    expect(movesByHand('in-review', 'checker').toSorted()).toEqual(
      ['awaiting-source', 'checking', 'disputed', 'open', 'query'].toSorted(),
    );
    expect(movesByHand('approved', 'checker')).toEqual(['disputed']);
    expect(movesByHand('approved', 'editor').toSorted()).toEqual(
      ['awaiting-source', 'checking', 'disputed', 'in-review', 'open', 'query'].toSorted(),
    );
    expect(movesByHand('open', 'viewer')).toEqual([]);
  });

  it('are refused as another role’s, or as none at all', () => {
    expect(() => refuseMove('approved', 'open', 'hand', 'checker')).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
    expect(() => refuseMove('disputed', 'approved', 'approve', 'editor')).toThrow(
      expect.objectContaining({ code: 'move-impossible' }),
    );
    expect(() => refuseMove('approved', 'disputed', 'hand', 'checker')).not.toThrow();
  });
});
