/** Of a claim, the people who have a hand in it. */
export interface ClaimPeople {
  readonly assigneeId: string | null;
  readonly secondCheckerId: string | null;
  readonly verdictBy: string | null;
  readonly createdBy: string;
}

/** Whether a person checks this claim: it is theirs to check, first or second, or they judged or marked it. */
export function isOnClaim(personId: string, claim: ClaimPeople): boolean {
  return [claim.assigneeId, claim.secondCheckerId, claim.verdictBy, claim.createdBy].includes(personId);
}
