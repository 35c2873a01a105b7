'use client';

import Link from 'next/link';
import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { EventLines } from '@/components/desk/EventLines';
import { Avatar } from '@/components/ui/Avatar';
import { Empty } from '@/components/ui/Empty';
import { LinkPending } from '@/components/ui/LinkPending';
import { Quoted } from '@/components/ui/Quoted';
import { Time } from '@/components/ui/Time';
import type { PlainScale } from '@/core/claim/scale';
import type { ChainFinding } from '@/core/event/chain';
import type { Event } from '@/core/event/event';
import type { RecordWords } from '@/core/event/telling';
import type { Person } from '@/core/newsroom/person';
import { CopyOnce } from '../CopyOnce';
import { AuditFilter } from './AuditFilter';
import { type AuditView, auditAddress } from './audit-view';
import '../newsroom.css';
import './audit.css';

export interface AuditProps {
  view: AuditView;
  events: readonly Event[];
  nextCursor: string | null;
  people: readonly Person[];
  scales: readonly PlainScale[];
  articles: readonly { id: string; title: string; scale: string; deleted: boolean }[];
  claims: readonly { id: string; exact: string }[];
  head: ChainFinding['head'];
}

/** Everything that happened, newest first, by day. */
export function Audit({ view, events, nextCursor, people, scales, articles, claims, head }: AuditProps) {
  const words = useTranslations('newsroom.audit');
  const record = useTranslations('record');
  const format = useFormatter();
  const names = useMemo(() => new Map(people.map(({ id, name }) => [id, name])), [people]);
  const articleById = new Map(articles.map((article) => [article.id, article]));
  const exactOf = new Map(claims.map(({ id, exact }) => [id, exact]));
  const scaleById = new Map(scales.map((scale) => [scale.id, scale]));
  const asked = view.article ? articleById.get(view.article) : undefined;
  const days = byDay(events, (at) => format.dateTime(new Date(at), { dateStyle: 'full' }));
  const filtered = [view.person, view.article, view.subject, view.from, view.until].some(Boolean);

  return (
    <>
      <div className="page__head">
        <h1 className="page__title">{words('title')}</h1>
      </div>
      <p className="section__lead">{words('lead')}</p>
      <AuditFilter view={view} people={people} article={asked?.title ?? null} />
      {events.length === 0 ? (
        <Empty level={2} title={words(filtered ? 'none-found' : 'empty')}>
          {words(filtered ? 'none-found-text' : 'empty-text')}
        </Empty>
      ) : (
        days.map(({ day, happened }) => (
          <section key={day} className="audit__day">
            <h2>{day}</h2>
            <ol className="history">
              {happened.map((event) => {
                const article = event.articleId === null ? undefined : articleById.get(event.articleId);
                const telling = {
                  words: record as RecordWords,
                  people: names,
                  verdicts: scaleById.get(article?.scale ?? '')?.verdicts ?? [],
                  scales,
                };
                const exact = event.claimId === null ? undefined : exactOf.get(event.claimId);
                const marksIt = event.kind === 'claim.created';
                return (
                  <li key={event.id} id={`event-${event.id}`}>
                    <Avatar id={event.by} name={names.get(event.by) ?? null} title="" />
                    <div>
                      <EventLines event={event} telling={telling} />
                      {article && (
                        <p className="audit__where" dir="auto">
                          {exact !== undefined && !article.deleted && (
                            <Link href={`/articles/${article.id}#claim-${event.claimId}`}>
                              {marksIt ? words('to-claim') : <Quoted words={exact} />}
                            </Link>
                          )}
                          {article !== asked && <ToArticle {...article} />}
                        </p>
                      )}
                    </div>
                    <Time at={event.at} show="clock" />
                  </li>
                );
              })}
            </ol>
          </section>
        ))
      )}
      {(nextCursor || view.cursor) && (
        <p className="audit__pages">
          {view.cursor && (
            <Link className="button" data-kind="plain" href={auditAddress(view)}>
              {words('newest')}
            </Link>
          )}
          {nextCursor && (
            <Link className="button" data-kind="plain" href={auditAddress(view, { cursor: nextCursor })}>
              {words('older')}
              <LinkPending />
            </Link>
          )}
        </p>
      )}
      {head && (
        <section className="section">
          <h2>{words('chain')}</h2>
          <p className="section__lead">{words('chain-text')}</p>
          <CopyOnce label={words('head')} value={`${head.id}:${head.hash}`} help={words('head-help')} />
        </section>
      )}
    </>
  );
}

/** Events in their order, those of one day together. */
function byDay(events: readonly Event[], dayOf: (at: string) => string): { day: string; happened: Event[] }[] {
  const days: { day: string; happened: Event[] }[] = [];
  for (const event of events) {
    const day = dayOf(event.at);
    if (days.at(-1)?.day === day) days.at(-1)!.happened.push(event);
    else days.push({ day, happened: [event] });
  }
  return days;
}

/** The article's title, which leads to its desk; what is in the bin leads nowhere. */
function ToArticle({ id, title, deleted }: AuditProps['articles'][number]) {
  const words = useTranslations('newsroom.audit');
  return deleted ? <span>{words('in-bin', { title })}</span> : <Link href={`/articles/${id}`}>{title}</Link>;
}
