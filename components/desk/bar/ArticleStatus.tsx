'use client';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { later } from '@/components/ui/later';
import { StatusBars } from '@/components/ui/StatusBars';
import { barsOf, stageOf } from '@/core/article/stage';
import type { Claim } from '@/core/claim/claim';
import { useDesk } from '../state/use-desk';

const StatusMenu = later(() => import('./StatusMenu'));

/** How far the article has come, in the words of the list of articles, and the way to its sign-off. */
export function ArticleStatusMenu() {
  const words = useTranslations('desk.article-status');
  const stages = useTranslations('articles.stage');
  const stage = useDesk(({ article, claims }) => stageOf({ ...article, progress: progressOf(claims) }));
  const button = {
    kind: 'quiet',
    size: 'small',
    'aria-label': words('button', { status: stages(stage) }),
    children: <StatusBars n={barsOf[stage]} label={stages(stage)} />,
  } as const;
  return (
    <Suspense fallback={<Button {...button} />}>
      <StatusMenu stage={stage} button={button} />
    </Suspense>
  );
}

function progressOf(claims: readonly Claim[]) {
  const byStatus: Partial<Record<Claim['status'], number>> = {};
  const open = claims.filter(({ closed }) => !closed);
  for (const { status } of open) byStatus[status] = (byStatus[status] ?? 0) + 1;
  return { claims: open.length, byStatus };
}
