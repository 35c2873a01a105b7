'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TextField } from '@/components/ui/Field';
import { may } from '@/core/newsroom/rights';
import { isWebAddress } from '@/core/web-address';
import { useDesk, useDeskCommands } from '../state/use-desk';

/** Where the article is published: a search engine is told of checks at an address, or not at all. */
export function PublishedUnder() {
  const words = useTranslations('desk.export');
  const article = useDesk((desk) => desk.article);
  const editable = useDesk((desk) => may(desk.me.role, 'article.change'));
  const { changeArticle, flush } = useDeskCommands();
  const [typed, setTyped] = useState(article.url ?? '');
  const wrong = typed.trim() !== '' && !isWebAddress(typed.trim());
  return (
    <TextField
      label={words('url')}
      help={words('url-help')}
      error={wrong ? words('url-wrong') : undefined}
      type="url"
      disabled={!editable}
      value={typed}
      placeholder="https://"
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        if (wrong || typed.trim() === (article.url ?? '')) return;
        changeArticle({ url: typed.trim() || null });
        flush(article.id, 'url');
      }}
    />
  );
}
