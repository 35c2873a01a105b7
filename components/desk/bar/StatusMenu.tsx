'use client';
import { useTranslations } from 'use-intl';
import type { ButtonProps } from '@/components/ui/Button';
import { Menu, type MenuItem } from '@/components/ui/Menu';
import type { Stage } from '@/core/article/stage';
import { may } from '@/core/newsroom/rights';
import { useDesk, useDeskCommands } from '../state/use-desk';
import { useDeskView } from '../view';

/** What a person may choose here: the rest follows from the claims, and signing off has a page and rules of its own. */
const choices = ['checking', 'archived'] as const;

/** The way to the article's sign-off; an editor puts the article away or takes it up here. */
export default function StatusMenu({ stage, button }: { stage: Stage; button: ButtonProps }) {
  const words = useTranslations('desk.article-status');
  const work = useTranslations('work');
  const view = useDeskView();
  const id = useDesk((desk) => desk.article.id);
  const agreement = useDesk((desk) => may(desk.me.role, 'agreement.read'));
  const editable = useDesk((desk) => may(desk.me.role, 'article.change'));
  const signed = useDesk((desk) => desk.article.signedOff !== null && desk.article.status === 'signed-off');
  const { changeArticle } = useDeskCommands();
  const items: MenuItem[] = [
    {
      id: 'sign-off',
      label: words('sign-off'),
      icon: 'document',
      href: `/articles/${encodeURIComponent(id)}/sign-off`,
    },
  ];
  items.push({
    id: 'sources',
    label: words('sources'),
    icon: 'link',
    href: `/sources?${new URLSearchParams({ article: id })}`,
  });
  if (agreement)
    items.push({
      id: 'agreement',
      label: words('agreement'),
      icon: 'scale',
      href: `/agreement?article=${encodeURIComponent(id)}`,
    });
  if (editable)
    items.push(
      ...choices.map((choice) => ({
        id: choice,
        label: words(choice === 'checking' && signed ? 'take-back' : choice),
        checked: isAt(stage, choice),
        onSelect: () => changeArticle({ status: choice }),
      })),
      { id: 'rule', rule: true },
      ...(['people', 'assign'] as const).map((dialog) => ({
        id: dialog,
        label: work(`${dialog}.open`),
        onSelect: () => view.set({ dialog }),
      })),
    );
  return <Menu label={words('change')} align="start" button={button} items={items} />;
}

function isAt(stage: Stage, choice: (typeof choices)[number]): boolean {
  return choice === 'archived' ? stage === 'archived' : stage === 'checking' || stage === 'in-review';
}
