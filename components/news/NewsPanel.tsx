'use client';
import { useRouter } from 'next/navigation';
import { type MouseEvent, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/Avatar';
import { Button } from '@/components/ui/Button';
import { Quoted } from '@/components/ui/Quoted';
import { Time } from '@/components/ui/Time';
import type { Notification } from '@/core/newsroom/news';
import { type NewsTab, news, newsTabs } from './news-calls';

/** What of the list is at hand: `null` while it is looked for. */
interface Had {
  readonly items: readonly Notification[];
  readonly nextCursor: string | null;
}

/** News, by what is unread, mentions, or all: who, what, where and when. A line leads there, and is read then. */
export default function NewsPanel({
  unread,
  onUnread,
  onClose,
}: {
  unread: number;
  onUnread: (unread: number) => void;
  onClose: () => void;
}) {
  const words = useTranslations('news');
  const router = useRouter();
  const [tab, setTab] = useState<NewsTab>(unread > 0 ? 'unread' : 'all');
  const [had, setHad] = useState<Had | null | 'failed'>(null);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again, and so does what is unread
  useEffect(() => {
    const leaving = new AbortController();
    news.list(tab, null, leaving.signal).then(setHad, () => !leaving.signal.aborted && setHad('failed'));
    return () => leaving.abort();
  }, [tab, turn, unread]);
  const more = async (cursor: string, items: readonly Notification[]) => {
    const next = await news.list(tab, cursor).catch(() => null);
    if (next) setHad({ items: [...items, ...next.items], nextCursor: next.nextCursor });
  };
  const follow = (one: Notification) => async (event: MouseEvent<HTMLAnchorElement>) => {
    const reading = one.readAt ? null : news.read({ ids: [one.id] }).then(onUnread, () => undefined);
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const { href, pathname, hash } = event.currentTarget;
    onClose();
    await reading;
    if (pathname === location.pathname) location.hash = hash;
    else router.push(href);
  };
  return (
    <>
      <div className="news__head">
        <h2>{words('title')}</h2>
        <Button
          kind="quiet"
          size="small"
          icon="check"
          aria-disabled={unread === 0 || undefined}
          onClick={() => unread > 0 && news.read({ all: true }).then(onUnread, () => setHad('failed'))}
        >
          {words('read-all')}
        </Button>
        <Button kind="quiet" size="small" icon="close" label={words('close')} onClick={onClose} />
      </div>
      <fieldset className="segments news__tabs">
        <legend className="sr">{words('tabs.label')}</legend>
        {newsTabs.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="news"
              checked={one === tab}
              onChange={() => {
                setHad(null);
                setTab(one);
              }}
            />
            <span>
              {words(`tabs.${one}`)}
              {one === 'unread' && unread > 0 && <span className="num"> {unread}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      {had === 'failed' ? (
        <p className="news__wait" role="alert">
          {words('failed')}{' '}
          <Button size="small" onClick={() => setTurn(turn + 1)}>
            {words('again')}
          </Button>
        </p>
      ) : had === null ? (
        <p className="news__wait" role="status">
          {words('loading')}
        </p>
      ) : had.items.length === 0 ? (
        <p className="news__wait">{words(`empty.${tab}`)}</p>
      ) : (
        <>
          <ul className="news__list">
            {had.items.map((one) => (
              <li key={one.id}>
                <a
                  className="news__one"
                  href={hrefOf(one)}
                  data-unread={one.readAt ? undefined : ''}
                  onClick={follow(one)}
                >
                  <Avatar id={one.by} name={one.byName} title="" size={24} />
                  <span className="news__words">
                    <b dir="auto">{words(`kind.${one.kind}`, { who: one.byName })}</b>
                    {one.quote && <Quoted words={one.quote} />}
                    <small>
                      <span dir="auto">{words('in', { title: one.articleTitle })}</span> ·{' '}
                      <Time at={one.at} show="ago" />
                    </small>
                  </span>
                  {!one.readAt && (
                    <span className="news__new">
                      <span className="sr">{words('unread-mark')}</span>
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ul>
          {had.nextCursor && (
            <Button className="news__more" size="small" onClick={() => more(had.nextCursor!, had.items)}>
              {words('more')}
            </Button>
          )}
        </>
      )}
    </>
  );
}

const hrefOf = ({ articleId, claimId }: Notification) =>
  `/articles/${encodeURIComponent(articleId)}${claimId ? `#claim-${encodeURIComponent(claimId)}` : ''}`;
