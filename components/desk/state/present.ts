/** Somebody who has the article open. */
export interface Present {
  readonly desk: string;
  readonly personId: string;
  readonly claimId: string | null;
  readonly editing: boolean;
}
