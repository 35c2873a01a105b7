'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Empty } from '@/components/ui/Empty';
import type { View } from './listed';

/** What stands in place of a list that is empty. `bare`: there is no article at all, and `children` is the way to bring one in. */
export function NothingHere({ view, bare, children }: { view: View; bare: boolean; children: ReactNode }) {
  const words = useTranslations('articles.empty');
  if (bare)
    return (
      <div className="first">
        <p className="first__motto" aria-hidden="true">
          {words('motto')}
        </p>
        <h2>{words('title')}</h2>
        <p>{words(children ? 'text' : 'text-viewer')}</p>
        {children}
      </div>
    );
  return view.q ? (
    <Empty level={2} title={words('none-found', { q: view.q })}>
      {words('none-found-text')}
    </Empty>
  ) : (
    <Empty level={2} title={words(view.tab)}>
      {words(`${view.tab}-text`)}
    </Empty>
  );
}
