'use client';
import { useTranslations } from 'use-intl';
import type { DraftOutcome } from '@/components/interface/operations';
import { Icon } from '@/components/ui/Icon';
import { Difference } from '../Difference';

const worthTelling = ['orphaned', 'changed', 'moved'] as const;

/** What becomes of the claims, before it is done: those that lose their words first, then those whose words change. */
export function Outcome({ outcome }: { outcome: DraftOutcome }) {
  const words = useTranslations('desk.versions');
  const { anchors, claims = [] } = outcome;
  const all = anchors.kept + anchors.moved + anchors.changed + anchors.orphaned;
  if (all === 0) return <p className="help">{words('no-claims')}</p>;
  return (
    <section className="outcome" aria-label={words('outcome')}>
      <p className="outcome__sum">
        {(['kept', 'moved', 'changed', 'orphaned'] as const).map((one) => (
          <span key={one} data-outcome={one}>
            <b className="num">{anchors[one]}</b> {words(`outcomes.${one}`)}
          </span>
        ))}
      </p>
      {worthTelling.map((one) => {
        const told = claims.filter(({ outcome }) => outcome === one);
        if (told.length === 0) return null;
        return (
          <details key={one} open={one !== 'moved'}>
            <summary>
              <Icon name={one === 'orphaned' ? 'warning' : one === 'changed' ? 'turn' : 'repeat'} size={14} />
              {words(`outcome-heads.${one}`, { count: told.length })}
            </summary>
            <ul>
              {told.map(({ anchorId, exact, current }) => (
                <li key={anchorId} dir="auto">
                  {one === 'changed' && current !== null ? <Difference first={exact} second={current} /> : exact}
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}
