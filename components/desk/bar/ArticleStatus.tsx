'use client';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { later } from '@/components/ui/later';
import { StatusBars } from '@/components/ui/StatusBars';
import { barsOf, type Stage, stageOf } from '@/core/article/stage';
import type { Claim } from '@/core/claim/claim';
import { may } from '@/core/newsroom/rights';
import { useDesk, useDeskCommands } from '../state/use-desk';
import { useDeskView } from '../view';

const Menu = later(async () => ({ default: (await import('@/components/ui/Menu')).Menu }));

/** What a person may choose here: the rest follows from the claims, and signing off has rules of its own. */
const choices = ['checking', 'archived'] as const;

/** How far the article has come, in the words of the list of articles; an editor puts it away or takes it up here. */
export function ArticleStatusMenu() {
  const words = useTranslations('desk.article-status');
  const stages = useTranslations('articles.stage');
  const work = useTranslations('work');
  const view = useDeskView();
  const stage = useDesk((desk) => stageOf({ status: desk.article.status, progress: progressOf(desk.claims) }));
  const editable = useDesk((desk) => may(desk.me.role, 'article.change'));
  const { changeArticle } = useDeskCommands();
  const shown = <StatusBars n={barsOf[stage]} label={stages(stage)} />;
  if (!editable) return <span className="bar__status">{shown}</span>;
  const button = {
    kind: 'quiet',
    size: 'small',
    'aria-label': words('button', { status: stages(stage) }),
    children: shown,
  } as const;
  return (
    <span className="bar__status">
      <Suspense fallback={<Button {...button} />}>
        <Menu
          label={words('change')}
          align="start"
          button={button}
          items={[
            ...choices.map((choice) => ({
              id: choice,
              label: words(choice),
              checked: isAt(stage, choice),
              onSelect: () => changeArticle({ status: choice }),
            })),
            { id: 'rule', rule: true },
            ...(['people', 'assign'] as const).map((dialog) => ({
              id: dialog,
              label: work(`${dialog}.open`),
              onSelect: () => view.set({ dialog }),
            })),
          ]}
        />
      </Suspense>
    </span>
  );
}

function isAt(stage: Stage, choice: (typeof choices)[number]): boolean {
  return choice === 'archived' ? stage === 'archived' : stage === 'checking' || stage === 'in-review';
}

function progressOf(claims: readonly Claim[]) {
  const byStatus: Partial<Record<Claim['status'], number>> = {};
  for (const { status } of claims) byStatus[status] = (byStatus[status] ?? 0) + 1;
  return { claims: claims.length, byStatus };
}
