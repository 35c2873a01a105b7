'use client';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/Avatar';
import { Icon } from '@/components/ui/Icon';
import { Time } from '@/components/ui/Time';
import type { Claim } from '@/core/claim/claim';
import { approversNeeded, unmetSources } from '@/core/claim/unmet-rules';
import { useDesk } from '../state/use-desk';
import './approval.css';

/** Who has approved the claim, how many more must, and what its verdict still has to stand on: said before anybody presses Approve. */
export function Approval({
  claim,
  refusal,
  why,
}: {
  claim: Claim;
  refusal: string | null;
  /** The id of the line that says why it cannot be approved yet. */
  why: string;
}) {
  const words = useTranslations('desk.approval');
  const house = useDesk((desk) => desk.house);
  const people = useDesk((desk) => desk.personById);
  const judged = claim.verdict !== null || Boolean(claim.rationale?.trim());
  const needed = approversNeeded(claim, house);
  const [lacking] = unmetSources(claim, house);
  const waits = claim.status !== 'approved' && needed > 1;
  if (claim.approvals.length === 0 && !(judged && (lacking || waits || refusal))) return null;
  // What is lacking says the same more exactly.
  const said = lacking && refusal === words('refused.rules-unmet') ? null : refusal;
  const own = claim.approvedBy !== null && claim.approvals.every(({ by }) => by === claim.verdictBy);
  return (
    <section className="approval" aria-label={words('name')}>
      {claim.approvals.map(({ by, at }) => {
        const person = people.get(by);
        return (
          <p key={by} className="approval__given">
            <Avatar id={by} name={person?.name ?? null} title="" />
            <span>
              {words.rich(own ? 'by-judge' : 'by', {
                person: person?.name ?? words('someone'),
                when: () => <Time at={at} show="moment" />,
              })}
            </span>
          </p>
        );
      })}
      {waits && judged && (
        <p className="approval__lacks">
          <Icon name="people" size={14} />
          {words('of', { given: claim.approvals.length, needed })}
        </p>
      )}
      {lacking && (
        <p className="approval__lacks" id={said ? undefined : why}>
          <Icon name="warning" size={14} />
          {words('sources', { needed: lacking.needed, found: lacking.found })}
        </p>
      )}
      {said && (
        <p className="approval__lacks" id={why}>
          <Icon name="lock" size={14} />
          {said}
        </p>
      )}
    </section>
  );
}
