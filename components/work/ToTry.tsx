'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useChannel } from '@/components/sources/use-channel';
import { Icon } from '@/components/ui/Icon';
import { LinkPending } from '@/components/ui/LinkPending';
import { Time } from '@/components/ui/Time';
import { useNow } from '@/components/ui/Viewer';
import type { DueContact } from '@/core/source/contact';
import { useDue } from './use-due';

/** Whom the person meant to try again by today, each leading to the contact in its source's log. */
export function ToTry({ due }: { due: readonly DueContact[] }) {
  const words = useTranslations('work.try');
  const channel = useChannel();
  const dueWords = useDue();
  const now = useNow();
  if (due.length === 0) return null;
  return (
    <section className="work__group" aria-labelledby="due-try">
      <h2 id="due-try" className="work__due">
        {words('head')}
      </h2>
      <ul>
        {due.map(({ sourceId, sourceTitle, contact: { id, who, at, channel: by, outcome, nextTry } }) => (
          <li key={id} className="todo" data-kind="try">
            <span className="todo__sign">
              <Icon name="clock" />
            </span>
            <div className="todo__what">
              <Link
                className="todo__link"
                dir="auto"
                href={`/sources?${new URLSearchParams({ id: sourceId })}#contact-${encodeURIComponent(id)}`}
              >
                {who}
                <LinkPending />
              </Link>
              <p className="todo__facts">
                <b>{channel(by)}</b>
                <span className="todo__outcome" dir="auto">
                  {outcome}
                </span>
                <span className="todo__article" dir="auto">
                  {sourceTitle}
                </span>
                <span>{words.rich('tried', { when: () => <Time at={at} show="ago" /> })}</span>
              </p>
            </div>
            {nextTry !== null && (
              <time className="todo__due" dateTime={nextTry} data-late={Date.parse(nextTry) < now ? '' : undefined}>
                {dueWords(nextTry)}
              </time>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
