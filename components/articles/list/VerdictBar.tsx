'use client';

import { useTranslations } from 'use-intl';
import { Glyph } from '@/components/ui/Glyph';
import type { Article } from '@/core/article/article';
import { verdictCounts } from '@/core/article/stage';
import type { Verdict } from '@/core/claim/scale';
import { BAR_WIDTH, barParts } from './bar';

/** How an article's verdicts fall: a bar in the scale's order, what has none left hollow, and the counts below it. */
export function VerdictBar({ article, verdicts }: { article: Article; verdicts: readonly Verdict[] }) {
  const words = useTranslations('articles.row');
  const { claims, byVerdict } = article.progress;
  if (claims === 0) return <p className="listed__quiet">{words('no-claims')}</p>;
  const counted = verdictCounts(article, verdicts);
  const without = byVerdict[''] ?? 0;
  const said = [
    ...counted.map(({ verdict, count }) => words('verdict-count', { count, label: verdict.label })),
    ...(without > 0 ? [words('without', { count: without })] : []),
  ].join(', ');
  const parts = barParts([...counted.map(({ count }) => count), ...(without > 0 ? [without] : [])]);
  const hollow = without > 0 ? parts.at(-1) : undefined;
  return (
    <>
      <svg
        className="verdict-bar"
        viewBox={`0 0 ${BAR_WIDTH} 8`}
        preserveAspectRatio="none"
        role="img"
        aria-label={said}
      >
        {counted.map(({ verdict }, index) => (
          <rect
            key={verdict.key}
            data-colour={verdict.colour}
            x={parts[index]?.x}
            width={parts[index]?.width}
            height="8"
            rx="1.5"
          />
        ))}
        {hollow && (
          <rect
            className="verdict-bar__hollow"
            x={hollow.x + 0.5}
            y=".5"
            width={hollow.width - 1}
            height="7"
            rx="1.5"
          />
        )}
      </svg>
      <p className="counts" aria-hidden="true">
        {counted.map(({ verdict, count }) => (
          <span key={verdict.key} title={verdict.label}>
            <Glyph name={verdict.glyph} colour={verdict.colour} size={12} />
            <span className="num">{count}</span>
          </span>
        ))}
      </p>
    </>
  );
}
