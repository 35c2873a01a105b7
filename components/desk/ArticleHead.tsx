'use client';
import { useTranslations } from 'use-intl';
import { Time } from '@/components/ui/Time';
import { useDesk } from './state/use-desk';

/** What the article is called, over its text. Its words are not part of the text that is checked. */
export function ArticleHead() {
  const words = useTranslations('desk.head');
  const title = useDesk((desk) => desk.article.title);
  const language = useDesk((desk) => desk.article.language);
  const version = useDesk((desk) => desk.article.version);
  const origin = useDesk((desk) => desk.article.origin);
  const createdAt = useDesk((desk) => desk.article.createdAt);
  return (
    <header className="article-head">
      <p className="article-head__about">
        <b>{origin ?? words('pasted')}</b>
        <span>{words.rich('about', { version: version + 1, time: () => <Time at={createdAt} show="moment" /> })}</span>
      </p>
      <p className="article-head__title" lang={language} dir="auto">
        {title}
      </p>
    </header>
  );
}
