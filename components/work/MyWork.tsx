'use client';

import Link from 'next/link';
import { useTimeZone, useTranslations } from 'use-intl';
import { deadlineWords } from '@/components/articles/list/deadline';
import { Empty } from '@/components/ui/Empty';
import { Icon } from '@/components/ui/Icon';
import { useNow } from '@/components/ui/Viewer';
import type { WorkItem } from '@/core/claim/work';
import type { DueContact } from '@/core/source/contact';
import { ToTry } from './ToTry';
import { WorkRow } from './WorkRow';
import './work.css';

const WEEK = 7 * 24 * 60 * 60 * 1000;
type Due = 'late' | 'today' | 'week' | 'later' | 'none';

/** What waits for a person in every article: what is late first, and each thing leading to its place on the desk. */
export function MyWork({
  items,
  due: contacts,
  count,
  nextCursor,
  first,
}: {
  items: readonly WorkItem[];
  /** Whom they meant to try again within a day, and the late ones. */
  due: readonly DueContact[];
  count: number;
  nextCursor: string | null;
  /** Whether this is the first page. */
  first: boolean;
}) {
  const words = useTranslations('work');
  const zone = useTimeZone() ?? 'UTC';
  const now = useNow();
  const today = contacts.filter(({ contact }) => isDueToday(contact.nextTry, now, zone));
  const groups = new Map<Due, WorkItem[]>();
  for (const item of items) {
    const due = dueOf(item, now, zone);
    groups.set(due, [...(groups.get(due) ?? []), item]);
  }
  return (
    <div className="page--narrow">
      <div className="page__head">
        <h1 className="page__title">{words('title')}</h1>
        {count > 0 && <p className="work__count num">{words('count', { count })}</p>}
      </div>
      <ToTry due={today} />
      {items.length === 0 && today.length === 0 && (
        <Empty
          level={2}
          title={words('empty')}
          actions={
            <Link className="button" data-kind="plain" href="/">
              {words('to-articles')}
            </Link>
          }
        >
          {words('empty-text')}
        </Empty>
      )}
      {[...groups].map(([due, group]) => (
        <section key={due} className="work__group" data-due={due} aria-labelledby={`due-${due}`}>
          <h2 id={`due-${due}`} className="work__due">
            {due === 'late' && <Icon name="warning" size={14} />}
            {words(`due.${due}`)}
          </h2>
          <ul>
            {group.map((item) => (
              <WorkRow key={`${item.kind} ${item.commentId ?? item.claimId ?? item.articleId}`} item={item} />
            ))}
          </ul>
        </section>
      ))}
      {(nextCursor || !first) && (
        <nav className="list-pages">
          {!first && (
            <Link className="button" data-kind="plain" href="/work">
              {words('first')}
            </Link>
          )}
          {nextCursor && (
            <Link className="button" data-kind="plain" href={`/work?${new URLSearchParams({ cursor: nextCursor })}`}>
              {words('more')}
            </Link>
          )}
        </nav>
      )}
    </div>
  );
}

function dueOf({ deadline, late }: WorkItem, now: number, zone: string): Due {
  if (late) return 'late';
  if (deadline === null) return 'none';
  const at = Date.parse(deadline);
  if (deadlineWords(at, now, zone).day === 'today') return 'today';
  return at - now < WEEK ? 'week' : 'later';
}

function isDueToday(nextTry: string | null, now: number, zone: string): boolean {
  if (nextTry === null) return false;
  const { late, day } = deadlineWords(Date.parse(nextTry), now, zone);
  return late || day === 'today';
}
