import type { Role } from '@/core/newsroom/vocabulary';
import { Problem } from '@/core/problem';
import type { Claim, PatchClaim } from './claim';
import { type MoveAct, refuseMove } from './moves';
import { approversNeeded, type Evidence, type House, isOwnApproval, unmetSources } from './unmet-rules';
import type { ClaimStatus } from './vocabulary';

/** Who acts, as what, and when. */
export interface Act {
  readonly by: string;
  readonly role: Role;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** What of a claim its life is about. */
export type Judged = Pick<
  Claim,
  | 'verdict'
  | 'rationale'
  | 'correction'
  | 'severity'
  | 'status'
  | 'attributedTo'
  | 'assigneeId'
  | 'secondCheckerId'
  | 'verdictBy'
  | 'verdictAt'
  | 'approvedBy'
  | 'approvedAt'
  | 'approvals'
  | 'returned'
>;

/** A claim with what its approval is asked about beside it. */
export interface Held extends Judged {
  readonly citations: readonly Evidence[];
  /** For a claim without a verdict, who wrote its rationale last, where that is known. */
  readonly reasonedBy?: string | null;
  /** Whether a query of an approved one waits for its answer: it stays approved, but is approved anew only after that. */
  readonly queryWaits?: boolean;
}

/** A claim as it is marked, before anything is said about it. */
export const unjudged: Judged = {
  verdict: null,
  rationale: null,
  correction: null,
  severity: null,
  status: 'open',
  attributedTo: null,
  assigneeId: null,
  secondCheckerId: null,
  verdictBy: null,
  verdictAt: null,
  approvedBy: null,
  approvedAt: null,
  approvals: [],
  returned: null,
};

/**
 * What a person may say of a claim, and whether an approval covers it: changing what was approved takes the claim back to its
 * reviewer. Who works on it and how grave it is can change without that.
 */
const covered = {
  verdict: true,
  rationale: true,
  correction: true,
  attributedTo: false,
  severity: false,
  assigneeId: false,
  secondCheckerId: false,
} as const satisfies Partial<Record<keyof PatchClaim, boolean>>;
const sayable = Object.keys(covered) as (keyof typeof covered)[];

/** Whether a patch asks for what only a reviewer may do: it needs the right `claim.approve`. */
export function needsApproval(patch: Pick<PatchClaim, 'status'>): boolean {
  return patch.status === 'approved';
}

/**
 * The fields that a patch changes, and those that change with them; empty when it changes nothing.
 *
 * - A new verdict is signed `verdictBy`, `verdictAt`; a verdict taken away takes its signature along.
 * - Changing a verdict, rationale or correction takes every approval away, and what was approved goes back to `in-review`. So does
 *   judging other words (`otherWords`): but whoever may approve them does so by that, where they alone may and no query waits.
 * - A graver claim that needs more approvals than it has goes back to `in-review`, and keeps those that it has.
 * - A status of null is `open`. `approved` approves, like `approve`, what the patch says.
 *
 * Throws `forbidden` and `move-impossible` (see `moves`), and what `approve` throws. Whether the scale has the verdict is the
 * caller's to check. A claim that is being made is judged from `unjudged`.
 */
export function judge(claim: Held, patch: PatchClaim, act: Act, house: House, otherWords = false): Partial<Judged> {
  const said: Partial<Judged> = {};
  for (const field of sayable) {
    const value = patch[field];
    if (value !== undefined && value !== claim[field]) Object.assign(said, { [field]: value });
  }
  if (said.verdict !== undefined) Object.assign(said, signature('verdict', said.verdict === null ? null : act));
  const anew = sayable.some((field) => covered[field] && field in said);
  if (anew || otherWords) Object.assign(said, unapproved(claim, anew ? 'judged-anew' : 'words-changed', act));
  const now: Held = { ...claim, ...said, ...('rationale' in said && { reasonedBy: act.by }) };
  const status = patch.status === undefined ? now.status : (patch.status ?? 'open');
  if (status === 'approved' && now.status !== 'approved') return { ...said, ...granted(now, act, house) };
  const lapsed = claim.status === 'approved' && now.status !== 'approved';
  if (lapsed && !anew && patch.status === undefined && mayGrantAlone(now, act, house))
    return { ...said, ...granted(now, act, house) };
  if (status !== now.status) return { ...said, ...moved(now, status, 'hand', act) };
  if ('severity' in said && now.status === 'approved' && now.approvals.length < approversNeeded(now, house))
    return { ...said, ...moved(now, 'in-review', 'graver', act) };
  return said;
}

/**
 * The fields that an approval changes. With the last that the newsroom's rules ask for the claim is `approved`; with one before it,
 * `in-review`. Throws `already-approved`, `move-impossible` out of a dispute, `forbidden`, `verdict-missing` where there is nothing
 * to approve, `approval-own`, `approval-twice`, and `rules-unmet` with what the claim lacks as `extra.reasons`.
 */
export function approve(claim: Held, act: Act, house: House): Partial<Judged> {
  if (claim.status === 'approved') throw new Problem('already-approved');
  return granted(claim, act, house);
}

/**
 * The fields that change when the reviewer sends the claim back to be checked again, saying why: its verdict stays, its approvals
 * end. Throws `forbidden`.
 */
export function sendBack(claim: Judged, note: string, act: Act): Partial<Judged> {
  const { by, at } = act;
  return { ...moved(claim, 'checking', 'return', act), returned: { by, at, note } };
}

/**
 * The fields that change when somebody takes their own approval back: the others' stay, and what was approved is in review again.
 * Throws `forbidden`, and `approval-not-given` where none of them is theirs.
 */
export function withdraw(claim: Judged, act: Act): Partial<Judged> {
  const approvals = claim.approvals.filter(({ by }) => by !== act.by);
  if (approvals.length === claim.approvals.length) throw new Problem('approval-not-given');
  return { ...moved(claim, 'in-review', 'withdraw', act), approvals };
}

/**
 * The fields that change when somebody finds that the verdict still holds of the words that stand there now. Approvals were of the
 * words before: they end, and the claim goes back to its reviewer, unless that is who says so and no query waits.
 */
export function confirm(claim: Held, act: Act, house: House): Partial<Judged> {
  return judge(claim, {}, act, house, true);
}

/**
 * The fields that change as a claim moves: its approvals last while it is in review or approved, but not where somebody takes an
 * approval back; and why it was sent back lasts until it has been dealt with. Empty where it is there already. Throws `forbidden` and `move-impossible`: see `moves`.
 */
export function moved(claim: Judged, to: ClaimStatus, by: MoveAct, act: Act): Partial<Judged> {
  if (claim.status === to) return {};
  refuseMove(claim.status, to, by, act.role);
  const keepsApprovals = to === 'approved' || (to === 'in-review' && (claim.status !== 'approved' || by === 'graver'));
  return {
    status: to,
    ...(claim.status === 'approved' && signature('approved', null)),
    ...(!keepsApprovals && claim.approvals.length > 0 && { approvals: [] }),
    ...(!beingDealtWith.includes(to) && claim.returned !== null && { returned: null }),
  };
}

/** Where a claim that was sent back is still on its way to its reviewer. */
const beingDealtWith: readonly ClaimStatus[] = ['checking', 'awaiting-source', 'query'];

/** The fields that change when what was approved is no longer what it was. */
export function unapproved(claim: Judged, by: MoveAct, act: Act): Partial<Judged> {
  return {
    ...(claim.status === 'approved' && moved(claim, 'in-review', by, act)),
    ...(claim.approvals.length > 0 && { approvals: [] }),
  };
}

/** Why somebody may not approve a claim, or null where they may; the code and values of a `Problem`. */
export function refusalToApprove(claim: Held, act: Act, house: House): Problem | null {
  try {
    granted(claim, act, house);
    return null;
  } catch (problem) {
    if (problem instanceof Problem) return problem;
    throw problem;
  }
}

function granted(claim: Held, act: Act, house: House): Partial<Judged> {
  refuseMove(claim.status, 'approved', 'approve', act.role);
  if (claim.verdict === null && !claim.rationale?.trim()) throw new Problem('verdict-missing');
  if (isOwnApproval(claim, act.by, house)) throw new Problem('approval-own');
  if (claim.approvals.some(({ by }) => by === act.by)) throw new Problem('approval-twice');
  const [reason, ...more] = unmetSources(claim, house);
  if (reason) throw new Problem('rules-unmet', { needed: reason.needed }, { reasons: [reason, ...more] });
  const approvals = [...claim.approvals, { by: act.by, at: act.at }];
  const last = approvals.length >= approversNeeded(claim, house);
  const fields = moved(claim, last ? 'approved' : 'in-review', 'approve', act);
  return { ...fields, approvals, ...(last && signature('approved', act)) };
}

function mayGrantAlone(claim: Held, act: Act, house: House): boolean {
  return !claim.queryWaits && approversNeeded(claim, house) === 1 && refusalToApprove(claim, act, house) === null;
}

function signature(what: 'verdict' | 'approved', act: Act | null): Partial<Judged> {
  return { [`${what}By`]: act?.by ?? null, [`${what}At`]: act?.at ?? null };
}
