import { may, type Right } from '@/core/newsroom/rights';
import type { Role } from '@/core/newsroom/vocabulary';
import { Problem } from '@/core/problem';
import type { ClaimStatus } from './vocabulary';

/** What moves a claim from one status to another: a person's choice, or what follows from something else that was done. */
export const moveActs = [
  'hand',
  'approve',
  'withdraw',
  'return',
  'query-put',
  'query-answered',
  'checks-agreed',
  'checks-differed',
  'decide',
  'judged-anew',
  'words-changed',
  'graver',
  'rules-unmet',
  'source-fell',
] as const;
export type MoveAct = (typeof moveActs)[number];

interface Law {
  readonly by: MoveAct;
  /** Whose move it is; `follows`: it is nobody's choice, and who may do what it follows from is asked there. */
  readonly who: Right | 'follows';
  readonly from: readonly ClaimStatus[];
  readonly to: readonly ClaimStatus[];
}

const atWork = ['open', 'checking', 'awaiting-source', 'query', 'in-review'] as const;

/**
 * Who may move a claim, by what, from where to where. What is not here is impossible. Whose claim it is makes no difference:
 * colleagues stand in for each other. A claim never moves to where it is.
 *
 * `approved` is reached by approving alone, and never out of a dispute: that is settled first. Whoever may check may raise a
 * dispute, also about what was approved; any other way back from an approval is an editor's, or follows from a change of what
 * was approved. One of several approvals that are needed brings a claim to `in-review`.
 */
export const moves: readonly Law[] = [
  { by: 'hand', who: 'claim.change', from: [...atWork, 'disputed'], to: [...atWork, 'disputed'] },
  { by: 'hand', who: 'claim.change', from: ['approved'], to: ['disputed'] },
  { by: 'hand', who: 'claim.approve', from: ['approved'], to: atWork },
  { by: 'approve', who: 'claim.approve', from: atWork, to: ['in-review', 'approved'] },
  { by: 'withdraw', who: 'claim.approve', from: ['approved'], to: ['in-review'] },
  { by: 'return', who: 'claim.approve', from: [...atWork, 'approved', 'disputed'], to: ['checking'] },
  { by: 'query-put', who: 'follows', from: ['open', 'checking', 'awaiting-source', 'in-review'], to: ['query'] },
  { by: 'query-answered', who: 'follows', from: ['query'], to: ['checking'] },
  { by: 'checks-agreed', who: 'follows', from: [...atWork, 'disputed', 'approved'], to: ['in-review'] },
  { by: 'checks-differed', who: 'follows', from: [...atWork, 'approved'], to: ['disputed'] },
  { by: 'decide', who: 'claim.approve', from: ['disputed'], to: ['in-review'] },
  { by: 'judged-anew', who: 'follows', from: ['approved'], to: ['in-review'] },
  { by: 'words-changed', who: 'follows', from: ['approved'], to: ['in-review'] },
  { by: 'graver', who: 'follows', from: ['approved'], to: ['in-review'] },
  { by: 'rules-unmet', who: 'follows', from: ['approved'], to: ['in-review'] },
  { by: 'source-fell', who: 'follows', from: ['in-review', 'approved'], to: ['checking'] },
];

/** Whether there is such a move, and whether it is this role's to make. */
export function moveOf(
  from: ClaimStatus,
  to: ClaimStatus,
  by: MoveAct,
  role: Role,
): 'possible' | 'forbidden' | 'impossible' {
  if (from === to) return 'impossible';
  const laws = moves.filter((law) => law.by === by && law.from.includes(from) && law.to.includes(to));
  if (laws.length === 0) return 'impossible';
  return laws.some(({ who }) => who === 'follows' || may(role, who)) ? 'possible' : 'forbidden';
}

/** Where a person of this role may move a claim by hand; `approved` is not among them, since it is reached by approving. */
export function movesByHand(from: ClaimStatus, role: Role): ClaimStatus[] {
  const reached = moves.flatMap((law) => (law.by === 'hand' && law.from.includes(from) ? law.to : []));
  return [...new Set(reached)].filter((to) => moveOf(from, to, 'hand', role) === 'possible');
}

/** Throws `forbidden` where the move is another role's to make, and `move-impossible` where there is none. */
export function refuseMove(from: ClaimStatus, to: ClaimStatus, by: MoveAct, role: Role): void {
  const found = moveOf(from, to, by, role);
  if (found === 'forbidden') throw new Problem('forbidden');
  if (found === 'impossible') throw new Problem('move-impossible', { from, to });
}
