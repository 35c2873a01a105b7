'use client';
import { useTranslations } from 'use-intl';
import { Icon } from '@/components/ui/Icon';
import { Time } from '@/components/ui/Time';
import type { Claim } from '@/core/claim/claim';
import { useDesk } from '../state/use-desk';
import './approval.css';

/** Who sent the claim back, when and why, until it has been dealt with. */
export function Returned({ claim: { returned } }: { claim: Claim }) {
  const words = useTranslations('desk.approval');
  const person = useDesk((desk) => desk.personById.get(returned?.by ?? '')?.name ?? null);
  if (!returned) return null;
  return (
    <section className="returned" aria-label={words('returned-name')}>
      <p className="returned__head">
        <Icon name="undo" size={14} />
        <span>
          {words.rich('returned', {
            person: person ?? words('someone'),
            when: () => <Time at={returned.at} show="moment" />,
            b: (text) => <b>{text}</b>,
          })}
        </span>
      </p>
      {returned.note && (
        <p className="returned__note" dir="auto">
          {returned.note}
        </p>
      )}
    </section>
  );
}
