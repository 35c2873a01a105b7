import type { Check } from './check';
import type { Claim } from './claim';

/** Whether both verdicts are in: only then may each be read by the other, and by everybody who may see notes. */
export function isIn(check: Pick<Check, 'outcome'>): boolean {
  return check.outcome !== 'waiting';
}

/** Whether a claim waits for its second check, or for somebody who decides between two verdicts. */
export function isUnsettled(check: Pick<Check, 'outcome'> | null): boolean {
  return check !== null && (check.outcome === 'waiting' || check.outcome === 'disputed');
}

/**
 * Whether a person may see nothing of what the first checker found: as long as their own check is asked for and not given. `check`
 * is the claim's present one, in full.
 */
export function isBlindTo(personId: string, check: Pick<Check, 'checkerId' | 'givenAt'> | null): boolean {
  return check !== null && check.checkerId === personId && check.givenAt === null;
}

/**
 * Whether a record is one that its reader was shown blind. The check of such a record is null: they know that they are asked by
 * `secondCheckerId` alone.
 */
export function isShownBlind(personId: string, claim: Pick<Claim, 'secondCheckerId' | 'check'>): boolean {
  return claim.secondCheckerId === personId && claim.check === null;
}

/**
 * The claim as its second checker sees it until they have judged: its words and places, who is quoted and how grave it is; not
 * judged, by nobody, sourced by nothing, with nothing said of it.
 */
export function unseen(claim: Claim): Claim {
  return {
    ...claim,
    verdict: null,
    rationale: null,
    correction: null,
    status: 'open',
    verdictBy: null,
    verdictAt: null,
    approvedBy: null,
    approvedAt: null,
    approvals: [],
    returned: null,
    closed: claim.closed && { ...claim.closed, reason: '' },
    citations: [],
    comments: [],
    check: null,
  };
}

/**
 * A check as this person sees it: until both verdicts are in, what the second checker found is theirs alone. Null for the second
 * checker until they have given it, and for those who see no notes (`internal` false).
 */
export function checkSeenBy(personId: string, check: Check | null, internal: boolean): Check | null {
  if (check === null || !internal || isBlindTo(personId, check)) return null;
  return isIn(check) || check.checkerId === personId ? check : { ...check, verdict: null, rationale: null };
}

/** A check as a report tells it: of one that waits, nobody's verdict travels, and it is not given. */
export function checkReported(check: Check | null): Check | null {
  return check && !isIn(check) ? { ...check, verdict: null, rationale: null, givenAt: null } : check;
}
