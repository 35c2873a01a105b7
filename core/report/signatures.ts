import type { Claim } from '@/core/claim/claim';
import type { Reading } from './reading';

/** Who judged the claim and who approved it, and when; where nobody has approved it, where the work on it stands. */
export function signatures({ words, name, moment }: Reading, claim: Claim): string {
  const judged =
    claim.verdictBy && claim.verdictAt
      ? words('checkedOn', { who: name(claim.verdictBy), at: moment(claim.verdictAt) })
      : '';
  const approved =
    claim.approvedBy && claim.approvedAt
      ? words('approvedOn', { who: name(claim.approvedBy), at: moment(claim.approvedAt) })
      : words('notApproved', { status: words(`status_${claim.status}`) });
  return [judged, approved].filter(Boolean).join(' ');
}
