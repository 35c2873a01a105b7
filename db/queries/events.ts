import {
  and,
  asc,
  desc,
  eq,
  exists,
  getTableColumns,
  gt,
  inArray,
  isNull,
  like,
  notLike,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Event } from '@/core/event/event';
import type { Call } from '@/db/call';
import { type Db, statement } from '@/db/database';
import { seesConfidential } from '@/db/records/source';
import { citations, claims, events, sources } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { openArticle } from './open-article';

/** What an event says: its hash is the log's own. */
const { hash: _, ...eventColumns } = getTableColumns(events);

/**
 * What happened since event `afterId` that an article's desk shows: to the article and its claims, to the sources that it
 * cites, to scales and people. In order, at most `limit`. `absent` once the article is not the caller's to open,
 * or is in the bin, unless `deleted` takes it there as well.
 */
export async function eventsAfter(
  store: Reader,
  call: Call,
  articleId: string,
  afterId: number,
  limit = 500,
  { deleted = false } = {},
): Promise<Event[]> {
  const db = store.read;
  await openArticle(db, call, articleId, { deleted });
  const asked = { articleId, afterId, limit };
  if (seesConfidential(call)) return selectAfter(db).execute(asked);
  return withoutNotes(await selectAfterShown(db).execute(asked));
}

/** Every desk that is open asks this after every change. */
const selectAfter = statement((db) => told(db, isAfter(db)).limit(sql.placeholder('limit')).prepare());
const selectAfterShown = statement((db) => shown(db, isAfter(db)).limit(sql.placeholder('limit')).prepare());

function isAfter(db: Db): SQL {
  const articleId = sql.placeholder('articleId');
  // Asked of each event rather than of the article: after `afterId` there are few.
  const cited = db
    .select({ one: sql`1` })
    .from(citations)
    .innerJoin(claims, eq(claims.id, citations.claimId))
    .where(and(eq(citations.sourceId, events.sourceId), isNull(citations.deletedAt), eq(claims.articleId, articleId)));
  const everywhere = or(
    exists(cited),
    like(events.kind, 'scale.%'),
    like(events.kind, 'person.%'),
    like(events.kind, 'newsroom.%'),
  );
  return and(
    gt(events.id, sql.placeholder('afterId')),
    or(eq(events.articleId, articleId), and(isNull(events.articleId), everywhere)),
  )!;
}

/** The number of the last event, from which a desk that has just been loaded listens on; 0 before the first. */
export async function lastEventId(store: Reader): Promise<number> {
  const [row] = await store.read.select({ id: events.id }).from(events).orderBy(desc(events.id)).limit(1);
  return row?.id ?? 0;
}

/**
 * A claim's own events, and those of the sources that it cites from the time on when it cited them. Whether the caller may open
 * the claim is asked before.
 */
export async function eventsOfClaim(db: Db, call: Call, claimId: string): Promise<Event[]> {
  const cited = db
    .select({ id: citations.sourceId })
    .from(citations)
    .where(and(eq(citations.claimId, claimId), isNull(citations.deletedAt)));
  const told = await visible(
    db,
    call,
    or(eq(events.claimId, claimId), and(isNull(events.claimId), inArray(events.sourceId, cited)))!,
  );
  const citedSoFar = new Set<string | null>();
  return told.filter((event) => {
    if (event.kind === 'citation.added') citedSoFar.add(event.sourceId);
    return event.claimId !== null || citedSoFar.has(event.sourceId);
  });
}

/**
 * The events as the caller may see them: for those who may not see what is confidential, events of confidential sources and
 * their citations and of comments are left out, and notes of every kind are taken out of the others.
 */
async function visible(db: Db, call: Call, which: SQL): Promise<Event[]> {
  return seesConfidential(call) ? told(db, which) : withoutNotes(await shown(db, which));
}

const told = (db: Db, which: SQL) => db.select(eventColumns).from(events).where(which).orderBy(asc(events.id));

const shown = (db: Db, which: SQL) =>
  db
    .select({ event: eventColumns })
    .from(events)
    .leftJoin(sources, eq(sources.id, events.sourceId))
    .where(
      and(which, notLike(events.kind, 'comment.%'), or(isNull(sources.confidential), eq(sources.confidential, false))),
    )
    .orderBy(asc(events.id));

function withoutNotes(rows: readonly { event: Event }[]): Event[] {
  return rows.map(({ event }) => ({ ...event, before: withoutNote(event.before), after: withoutNote(event.after) }));
}

function withoutNote(fields: Event['before']): Event['before'] {
  if (!fields || !('note' in fields)) return fields;
  const { note: _, ...rest } = fields;
  return rest;
}
