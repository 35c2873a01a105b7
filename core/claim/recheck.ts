import { type Act, type Judged, moved } from './life';
import { moveOf } from './moves';

/**
 * The fields that change when a source under a claim falls: one that is approved or in review is checked again, and every approval
 * ends. Where the work still goes on, the status stays as it is.
 */
export function recheck(claim: Judged, act: Act): Partial<Judged> {
  return moveOf(claim.status, 'checking', 'source-fell', act.role) === 'possible'
    ? moved(claim, 'checking', 'source-fell', act)
    : {};
}
