import { type ClaimPeople, isOnClaim } from '@/core/claim/is-on-claim';
import type { Me } from '@/core/newsroom/person';
import { may } from '@/core/newsroom/rights';
import type { Citation, Source } from './source';

/** A citation of a source, live, on a live claim of an article that the person may open. */
export interface CitedOn {
  readonly citation: Pick<Citation, 'createdBy'>;
  readonly claim: ClaimPeople;
}

/**
 * Whether a person may know of a source at all. One that is confidential is known to editors, and among checkers to who made it
 * and to those who check a claim that cites it or made the citation; for everybody else it does not exist. `cited` is where it is
 * cited. `knownTo` in `db/queries` asks the same of many sources at once.
 */
export function mayKnow(
  person: Pick<Me, 'id' | 'role'>,
  source: Pick<Source, 'confidential' | 'createdBy'>,
  cited: readonly CitedOn[],
): boolean {
  if (!source.confidential || may(person.role, 'confidential.read-all')) return true;
  if (!may(person.role, 'confidential.read')) return false;
  return (
    source.createdBy === person.id ||
    cited.some(({ citation, claim }) => citation.createdBy === person.id || isOnClaim(person.id, claim))
  );
}
