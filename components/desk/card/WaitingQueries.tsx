'use client';
import { useTranslations } from 'use-intl';
import { Icon } from '@/components/ui/Icon';
import type { Claim } from '@/core/claim/claim';
import { waits } from '@/core/claim/open-threads';
import { useDesk } from '../state/use-desk';

/** Why a claim cannot be approved yet, and the way to what it waits for. */
export function WaitingQueries({ claim, id }: { claim: Claim; id: string }) {
  const words = useTranslations('desk.foot');
  const someone = useTranslations('desk')('someone');
  const waiting = claim.comments.filter(waits);
  const [first] = waiting;
  const person = useDesk((desk) => desk.personById.get(first?.to ?? '')?.name ?? someone);
  if (!first) return null;
  const show = () => {
    const row = document.getElementById(`comment-${first.id}`);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  };
  return (
    <p className="card__waits" id={id}>
      <Icon name="clock" size={14} />
      <span>
        {words.rich('query-waits', {
          count: waiting.length,
          person,
          link: (chunks) => (
            <button type="button" className="link" onClick={show}>
              {chunks}
            </button>
          ),
        })}
      </span>
    </p>
  );
}
