'use client';
import { useTranslations } from 'use-intl';
import type { Claim } from '@/core/claim/claim';
import { movesByHand } from '@/core/claim/moves';
import { type ClaimStatus, claimStatuses } from '@/core/claim/vocabulary';
import { useDeskActions } from '../actions';
import { useDesk } from '../state/use-desk';
import { stepOf, steps } from '../visible';
import { Troubles } from './Troubles';

const aside = claimStatuses.filter((status) => !(steps as readonly string[]).includes(status));

/** The four steps of the work, and beside them the states in which a claim stands aside. */
export function Status({ claim, editable }: { claim: Claim; editable: boolean }) {
  const words = useTranslations('desk.status');
  const card = useTranslations('desk.card');
  const actions = useDeskActions();
  const role = useDesk((desk) => desk.me.role);
  const reachable = movesByHand(claim.status, role);
  const approvable = actions.refusalOf(claim) === null;
  const at = stepOf(claim.status);
  const choices = aside.filter((status) => status === claim.status || reachable.includes(status));
  const standsAside = !(steps as readonly string[]).includes(claim.status);
  return (
    <section className="status-field" aria-label={card('status')}>
      <ol className="steps">
        {steps.map((step, index) => {
          const current = step === claim.status;
          const reached = index + 1 < at || (index + 1 === at && standsAside);
          const open = editable && (step === 'approved' ? approvable : reachable.includes(step));
          return (
            <li key={step} data-done={reached ? '' : undefined} aria-current={current ? 'step' : undefined}>
              {open ? (
                <button type="button" onClick={() => actions.setStatus(claim.id, step)}>
                  {words(step)}
                </button>
              ) : (
                <span>{words(step)}</span>
              )}
            </li>
          );
        })}
        <li className="steps__aside" aria-current={standsAside ? 'step' : undefined}>
          {editable && choices.length > 0 ? (
            <select
              aria-label={card('aside')}
              value={standsAside ? claim.status : ''}
              onChange={({ target }) => actions.setStatus(claim.id, (target.value || steps[at - 1]) as ClaimStatus)}
            >
              <option value="">{card('aside-none')}</option>
              {choices.map((status) => (
                <option key={status} value={status}>
                  {words(status)}
                </option>
              ))}
            </select>
          ) : (
            standsAside && <span>{words(claim.status)}</span>
          )}
        </li>
      </ol>
      <Troubles recordId={claim.id} fields={['status']} />
    </section>
  );
}
