'use client';

import { useTranslations } from 'use-intl';
import type { ArticlePreview } from '@/core/article/article';
import type { Draft } from './draft';

/** Where a draft came from, how long it is, and by name and number what could not be kept. */
export function WhatCame({ draft, preview }: { draft: Draft; preview: ArticlePreview }) {
  const words = useTranslations('articles.preview');
  const { dropped, encoding, format } = preview;
  return (
    <div className="came">
      <p>
        <b className="num">{words('words', { count: preview.words })}</b>
        {' · '}
        {draft.kind === 'file' ? words('from-file', { name: draft.file.name }) : words('from-paste')}
        {' · '}
        {words(`format.${format}`)}
        {encoding && ` · ${words('encoding', { encoding })}`}
      </p>
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
