'use client';

import { useTranslations } from 'use-intl';
import { Glyph } from '@/components/ui/Glyph';
import { Icon, type IconName } from '@/components/ui/Icon';
import type { PlainScale } from '@/core/claim/scale';
import { claimStatuses } from '@/core/claim/vocabulary';
import { grouped } from '@/core/grouped';
import type { SourceClaim } from '@/core/source/source';
import type { Stance } from '@/core/source/vocabulary';

const iconOfStance: Record<Stance, IconName> = { supports: 'check', refutes: 'close', context: 'more' };

/** What falls if the source falls: every claim that stands on it, by article, each leading to its place on the desk. */
export function ClaimsOnSource({ claims, scales }: { claims: readonly SourceClaim[]; scales: readonly PlainScale[] }) {
  const words = useTranslations('sources');
  const byArticle = grouped(claims, ({ articleId }) => articleId);
  return (
    <section className="section">
      <h3>
        {words('standing')} <span className="num">{claims.length}</span>
      </h3>
      {claims.length === 0 && <p className="section__none">{words('standing-none')}</p>}
      {[...byArticle].map(([articleId, ofArticle]) => (
        <div key={articleId} className="standing">
          <h4 dir="auto">
            <a href={`/articles/${articleId}`}>{ofArticle[0]?.articleTitle}</a>
          </h4>
          <ul>
            {ofArticle.map((claim) => {
              const verdict = scales
                .find(({ id }) => id === claim.scale)
                ?.verdicts.find(({ key }) => key === claim.verdict);
              const status = claimStatuses.find((one) => one === claim.status);
              return (
                <li key={`${claim.claimId} ${claim.stance}`} data-colour={verdict?.colour ?? 'none'}>
                  {verdict ? <Glyph name={verdict.glyph} /> : <span className="standing__none" />}
                  <div>
                    <a href={`/articles/${articleId}#claim-${claim.claimId}`} dir="auto">
                      {claim.exact}
                    </a>
                    <p>
                      <span className="standing__verdict">{verdict?.label ?? words('no-verdict')}</span>
                      {status && <span>{words(`status.${status}`)}</span>}
                    </p>
                  </div>
                  <span className="stance" data-stance={claim.stance}>
                    <Icon name={iconOfStance[claim.stance]} size={12} />
                    {words(`stance.${claim.stance}`)}
                  </span>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </section>
  );
}
