import type { Check } from '@/core/claim/check';
import type { Claim } from '@/core/claim/claim';
import type { Reading } from './reading';

/**
 * Who judged the claim, who did so a second time, and all who approved it, and when; where it is not approved, where the work on it stands. That nobody but the
 * one who judged it approved it is said in so many words.
 */
export function signatures(reading: Reading, claim: Claim): string {
  const { words, name, names, moment } = reading;
  const judged =
    claim.verdictBy && claim.verdictAt
      ? words('checkedOn', { who: name(claim.verdictBy), at: moment(claim.verdictAt) })
      : '';
  const second = claim.check ? secondCheck(reading, claim.check) : '';
  const own = isApprovedByJudge(claim);
  const given = claim.approvals.map(({ by, at }) =>
    words(own ? 'approvedByJudgeOn' : 'approvedOn', { who: name(by), at: moment(at) }),
  );
  if (claim.approvedBy) return [judged, second, ...given].filter(Boolean).join(' ');
  const soFar =
    claim.approvals.length > 0 && words('approvedSoFar', { names: names(claim.approvals.map(({ by }) => by)) });
  return [judged, second, words('notApproved', { status: words(`status_${claim.status}`) }), soFar]
    .filter(Boolean)
    .join(' ');
}

/** Who checked it a second time without sight of the first, and what came of the two. */
function secondCheck({ report, words, name, moment }: Reading, check: Check): string {
  const { checkerId, givenAt, outcome, decidedBy, settledAt, reason } = check;
  if (outcome === 'waiting' || givenAt === null) return words('secondWaits', { who: name(checkerId) });
  const given = { who: name(checkerId), at: moment(givenAt) };
  if (outcome === 'agreed') return words('secondAgreed', given);
  const verdict = report.scale.verdicts.find(({ key }) => key === check.verdict)?.label ?? check.verdict ?? '';
  if (outcome === 'disputed') return words('secondDisputed', { ...given, verdict });
  const [editor, decided] = [name(decidedBy ?? ''), moment(settledAt ?? givenAt)];
  return words('secondDecided', { ...given, verdict, editor, decided, reason: reason ?? '' });
}

/** Whether a claim is approved, and by nobody but the one who gave its verdict. */
export function isApprovedByJudge({ approvedBy, approvals, verdictBy }: Claim): boolean {
  return approvedBy !== null && approvals.every(({ by }) => by === verdictBy);
}
