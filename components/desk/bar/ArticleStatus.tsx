'use client';
import { useTranslations } from 'use-intl';
import { Menu } from '@/components/ui/Menu';
import { StatusBars } from '@/components/ui/StatusBars';
import type { ArticleStatus } from '@/core/article/article';
import { may } from '@/core/newsroom/rights';
import { useDesk, useDeskCommands } from '../state/use-desk';

const bars: Record<ArticleStatus, 1 | 2 | 3 | 4> = { draft: 1, checking: 2, 'signed-off': 4, archived: 4 };
/** What a person may choose here: signing off has rules of its own. */
const choices = ['draft', 'checking', 'archived'] as const;

/** How far the article has come; an editor changes it here. */
export function ArticleStatusMenu() {
  const words = useTranslations('desk.article-status');
  const status = useDesk((desk) => desk.article.status);
  const editable = useDesk((desk) => may(desk.me.role, 'article.change'));
  const { changeArticle } = useDeskCommands();
  const shown = <StatusBars n={bars[status]} label={words(status)} />;
  if (!editable) return <span className="bar__status">{shown}</span>;
  return (
    <span className="bar__status">
      <Menu
        label={words('change')}
        align="start"
        button={{
          kind: 'quiet',
          size: 'small',
          'aria-label': words('button', { status: words(status) }),
          children: shown,
        }}
        items={choices.map((choice) => ({
          id: choice,
          label: words(choice),
          checked: choice === status,
          onSelect: () => choice !== status && changeArticle({ status: choice }),
        }))}
      />
    </span>
  );
}
