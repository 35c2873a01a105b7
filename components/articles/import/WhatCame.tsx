'use client';

import { useTranslations } from 'use-intl';
import { PublishedAt } from '@/components/ui/PublishedAt';
import type { ArticlePreview } from '@/core/article/article';
import { type Draft, nameOf } from './draft';

/** Where a draft came from, how long it is, what it says of itself, and by name and number what could not be kept. */
export function WhatCame({ draft, preview }: { draft: Draft; preview: ArticlePreview }) {
  const words = useTranslations('articles.preview');
  const { dropped, encoding, format, byline, publisher, publishedAt, claims } = preview;
  const name = nameOf(draft);
  return (
    <div className="came">
      <p>
        <b className="num">{words('words', { count: preview.words })}</b>
        {' · '}
        {name === null ? words('from-paste') : words('from-file', { name })}
        {' · '}
        {words(`format.${format}`)}
        {encoding && format !== 'json' && ` · ${words('encoding', { encoding })}`}
      </p>
      {(byline || publisher || publishedAt) && (
        <p dir="auto">
          {[byline, publisher].filter(Boolean).join(' · ')}
          {publishedAt && (
            <>
              {(byline || publisher) && ' · '}
              <PublishedAt date={publishedAt} />
            </>
          )}
        </p>
      )}
      {format === 'json' && <p>{words('comes-back', { count: claims })}</p>}
      {dropped.length === 0 ? (
        <p>{words('dropped-none')}</p>
      ) : (
        <>
          <h3>{words('dropped')}</h3>
          <ul>
            {dropped.map(({ kind, count }) => (
              <li key={kind}>{words(`dropped-kinds.${kind}`, { count })}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
