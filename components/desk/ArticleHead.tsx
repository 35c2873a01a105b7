'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Time } from '@/components/ui/Time';
import { may } from '@/core/newsroom/rights';
import { ArticleStatusMenu } from './bar/ArticleStatus';
import { useDesk } from './state/use-desk';
import { useDeskView } from './view';

/** What the article is called, over its text, and where its versions are. Its title is not part of the text that is checked. */
export function ArticleHead() {
  const words = useTranslations('desk.head');
  const view = useDeskView();
  const title = useDesk((desk) => desk.article.title);
  const language = useDesk((desk) => desk.article.language);
  const origin = useDesk((desk) => desk.article.origin);
  const mayInvite = useDesk((desk) => may(desk.me.role, 'guest.invite'));
  const createdAt = useDesk((desk) => desk.article.createdAt);
  return (
    <header className="article-head">
      <p className="article-head__about">
        <b>{origin ?? words('pasted')}</b>
        <span>{words.rich('about', { time: () => <Time at={createdAt} show="moment" /> })}</span>
        <span className="article-head__ways">
          {mayInvite && (
            <Button kind="quiet" size="small" icon="mail" onClick={() => view.set({ dialog: 'guests' })}>
              {words('guests')}
            </Button>
          )}
          <Button kind="quiet" size="small" icon="clock" onClick={() => view.set({ dialog: 'versions' })}>
            {words('versions')}
          </Button>
        </span>
        <span className="article-head__status">
          <ArticleStatusMenu />
        </span>
      </p>
      <p className="article-head__title" lang={language} dir="auto">
        {title}
      </p>
    </header>
  );
}
