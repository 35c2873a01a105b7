import { Problem } from '@/core/problem';
import type { Claim, PatchClaim } from './claim';

/** Who acts, and when. */
export interface Act {
  readonly by: string;
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
>;

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
 * - A status of null is `open`. Set to `approved` it is signed like `approve`, and needs a verdict or a rationale
 *   (`verdict-missing`). Set to anything else it ends an approval.
 * - Changing a verdict, rationale or correction that was approved, with no status said, takes the claim back to `in-review`.
 *
 * Whether the person may approve (`needsApproval`) and whether the scale has the verdict are the caller's to check. A claim that
 * is being made is judged from `unjudged`.
 */
export function judge(claim: Judged, patch: PatchClaim, act: Act): Partial<Judged> {
  const said: Partial<Judged> = {};
  for (const field of sayable) {
    const value = patch[field];
    if (value !== undefined && value !== claim[field]) Object.assign(said, { [field]: value });
  }
  if (said.verdict !== undefined) Object.assign(said, signature('verdict', said.verdict === null ? null : act));
  const unsettled = claim.status === 'approved' && sayable.some((field) => covered[field] && field in said);
  const status = patch.status === undefined ? (unsettled ? 'in-review' : claim.status) : (patch.status ?? 'open');
  if (status === 'approved' && (claim.status !== 'approved' || unsettled)) {
    refuseUnjudged({ ...claim, ...said });
    return { ...said, ...changedStatus(claim, status), ...signature('approved', act) };
  }
  return { ...said, ...changedStatus(claim, status) };
}

/** The fields that an approval changes. Throws `already-approved`, and `verdict-missing` where there is nothing to approve. */
export function approve(claim: Judged, act: Act): Partial<Judged> {
  if (claim.status === 'approved') throw new Problem('already-approved');
  return judge(claim, { status: 'approved' }, act);
}

/** The fields that change when the reviewer sends the claim back to be checked again; its verdict stays, its approval ends. */
export function sendBack(claim: Judged, act: Act): Partial<Judged> {
  return judge(claim, { status: 'checking' }, act);
}

/**
 * The fields that change when somebody finds that the verdict still holds of the words that stand there now. An approval was of
 * the words before: it is renewed by who may approve, and otherwise the claim goes back to its reviewer.
 */
export function confirm(claim: Judged, act: Act, mayApprove: boolean): Partial<Judged> {
  if (claim.status !== 'approved') return {};
  return mayApprove ? signature('approved', act) : judge(claim, { status: 'in-review' }, act);
}

function changedStatus(claim: Judged, status: Claim['status']): Partial<Judged> {
  if (status === claim.status) return {};
  return claim.status === 'approved' ? { status, ...signature('approved', null) } : { status };
}

function signature(what: 'verdict' | 'approved', act: Act | null): Partial<Judged> {
  return { [`${what}By`]: act?.by ?? null, [`${what}At`]: act?.at ?? null };
}

function refuseUnjudged({ verdict, rationale }: Judged): void {
  if (verdict === null && !rationale?.trim()) throw new Problem('verdict-missing');
}
