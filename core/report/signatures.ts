import type { Claim } from '@/core/claim/claim';
import type { Reading } from './reading';

/**
 * Who judged the claim and all who approved it, and when; where it is not approved, where the work on it stands. That nobody but the
 * one who judged it approved it is said in so many words.
 */
export function signatures(reading: Reading, claim: Claim): string {
  const { words, name, names, moment } = reading;
  const judged =
    claim.verdictBy && claim.verdictAt
      ? words('checkedOn', { who: name(claim.verdictBy), at: moment(claim.verdictAt) })
      : '';
  const own = isApprovedByJudge(claim);
  const given = claim.approvals.map(({ by, at }) =>
    words(own ? 'approvedByJudgeOn' : 'approvedOn', { who: name(by), at: moment(at) }),
  );
  if (claim.approvedBy) return [judged, ...given].filter(Boolean).join(' ');
  const soFar =
    claim.approvals.length > 0 && words('approvedSoFar', { names: names(claim.approvals.map(({ by }) => by)) });
  return [judged, words('notApproved', { status: words(`status_${claim.status}`) }), soFar].filter(Boolean).join(' ');
}

/** Whether a claim is approved, and by nobody but the one who gave its verdict. */
export function isApprovedByJudge({ approvedBy, approvals, verdictBy }: Claim): boolean {
  return approvedBy !== null && approvals.every(({ by }) => by === verdictBy);
}
