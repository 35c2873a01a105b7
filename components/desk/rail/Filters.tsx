'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Glyph } from '@/components/ui/Glyph';
import { claimFilters, countClaims, queueFilters } from '@/core/claim/filter';
import { useDesk } from '../state/use-desk';
import { useDeskView, useView } from '../view';

/** Narrows the list by whose turn it is and by verdict, each with how many there are. */
export function Filters() {
  const words = useTranslations('desk.rail');
  const view = useDeskView();
  const filter = useView((now) => now.filter);
  const verdict = useView((now) => now.verdict);
  const claims = useDesk((desk) => desk.claims);
  const me = useDesk((desk) => desk.me.id);
  const scale = useDesk((desk) => desk.scale);
  const { byFilter, byVerdict } = useMemo(() => countClaims(claims, me, filter), [claims, me, filter]);
  const present = [
    ...scale.verdicts.filter(({ key }) => byVerdict[key] || key === verdict),
    ...(byVerdict[''] || verdict === '' ? [null] : []),
  ];
  const shown = claimFilters.filter((one) => !queueFilters.includes(one) || byFilter[one] > 0 || one === filter);
  return (
    <div className="filters">
      <ul aria-label={words('filters')}>
        {shown.map((one) => (
          <li key={one}>
            <button
              type="button"
              className="filters__one"
              data-queue={queueFilters.includes(one) ? '' : undefined}
              aria-pressed={one === filter}
              onClick={() => view.set({ filter: one, verdict: null })}
            >
              {words(`filter.${one}`)}
              <span className="num">{byFilter[one]}</span>
            </button>
          </li>
        ))}
      </ul>
      {claims.length > 0 && present.length > 0 && (
        <ul className="filters__verdicts" aria-label={words('by-verdict')}>
          {present.map((one) => {
            const key = one?.key ?? '';
            const label = one?.label ?? words('no-verdict');
            const count = byVerdict[key] ?? 0;
            return (
              <li key={key}>
                <button
                  type="button"
                  className="filters__verdict"
                  data-colour={one?.colour ?? 'none'}
                  aria-pressed={verdict === key}
                  aria-label={words('verdict-count', { verdict: label, count })}
                  title={label}
                  onClick={() => view.set({ verdict: verdict === key ? null : key })}
                >
                  {one ? <Glyph name={one.glyph} size={12} /> : <span className="unjudged" aria-hidden="true" />}
                  <span className="num">{count}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
