'use client';
import { useTranslations } from 'use-intl';
import type { DraftOutcome } from '@/components/interface/operations';
import { Icon } from '@/components/ui/Icon';
import { readableDifference } from '@/core/article/word-difference';

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
                  {one === 'changed' && current !== null
                    ? readableDifference(exact, current).map(({ kind, text }, index) => {
                        const key = `${index} ${kind}`;
                        if (kind === 'first') return <del key={key}>{text}</del>;
                        return kind === 'second' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
                      })
                    : exact}
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}
