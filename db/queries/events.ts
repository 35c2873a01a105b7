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
  not,
  notLike,
  or,
  type Placeholder,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Event } from '@/core/event/event';
import { kindsSeenBlind, seenBlind } from '@/core/event/seen-blind';
import type { Role } from '@/core/newsroom/person';
import { may } from '@/core/newsroom/rights';
import type { SourceDetails } from '@/core/source/details';
import type { Call } from '@/db/call';
import { type Db, statement } from '@/db/database';
import { detailsTold, seesConfidential } from '@/db/records/source';
import { citations, claims, events, sources } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { claimsUnseenBy, isUnseen } from './checks';
import { type Beholder, knownTo } from './known-sources';
import { openArticle } from './open-article';
import { commentEventShown } from './shown-comments';

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
  const asked = { articleId, afterId, limit, personId: call.by.id };
  return withoutUnseen(db, call, toldTo(call, await selectAfter[call.by.role](db).execute(asked)));
}

/** Every desk that is open asks this after every change: one compiled statement a role. */
const selectAfter = {
  admin: afterFor('admin'),
  editor: afterFor('editor'),
  checker: afterFor('checker'),
  viewer: afterFor('viewer'),
} satisfies Record<Role, unknown>;

function afterFor(role: Role) {
  return statement((db) => {
    const by = { id: sql.placeholder('personId'), role };
    return seen(db, { by }, isAfter(db)).limit(sql.placeholder('limit')).prepare();
  });
}

function isAfter(db: Db): SQL {
  const articleId = sql.placeholder('articleId');
  const everywhere = or(
    isOfCited(db, { articleId, personId: sql.placeholder('personId'), which: isNull(citations.deletedAt) }),
    like(events.kind, 'scale.%'),
    like(events.kind, 'person.%'),
    like(events.kind, 'newsroom.%'),
  );
  return and(
    gt(events.id, sql.placeholder('afterId')),
    or(eq(events.articleId, articleId), and(isNull(events.articleId), everywhere)),
    isToldTo(db, sql.placeholder('personId')),
  )!;
}

/**
 * Whether an event is of a source that the article cites, by such citations, in a claim of which the reader may see them. Asked of
 * each event rather than of the article, since of events there are few.
 */
export function isOfCited(
  db: Db,
  { articleId, personId, which }: { articleId: string | Placeholder; personId: string | Placeholder; which?: SQL },
): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(citations)
      .innerJoin(claims, eq(claims.id, citations.claimId))
      .where(
        and(
          eq(citations.sourceId, events.sourceId),
          which,
          eq(claims.articleId, sql`${articleId}`),
          not(isUnseen(db, personId, claims.id)),
        ),
      ),
  );
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
  if ((await claimsUnseenBy(db, call)).has(claimId)) {
    const known = and(eq(events.claimId, claimId), inArray(events.kind, [...kindsSeenBlind]))!;
    return withoutUnseen(db, call, toldTo(call, await seen(db, call, known)));
  }
  const cited = db
    .select({ id: citations.sourceId })
    .from(citations)
    .where(and(eq(citations.claimId, claimId), isNull(citations.deletedAt)));
  const ofClaim = or(eq(events.claimId, claimId), and(isNull(events.claimId), inArray(events.sourceId, cited)))!;
  const told = toldTo(call, await seen(db, call, ofClaim));
  const citedSoFar = new Set<string | null>();
  return told.filter((event) => {
    if (event.kind === 'citation.added' || event.kind === 'citation.changed') citedSoFar.add(event.sourceId);
    return event.claimId !== null || citedSoFar.has(event.sourceId);
  });
}

/**
 * Whether an event is told to somebody who may have yet to judge its claim blind. Asked where events are read and not afterwards: a
 * page of them that is full must be seen to be full.
 */
export function isToldTo(db: Db, personId: string | Placeholder): SQL {
  return or(inArray(events.kind, [...kindsSeenBlind]), not(isUnseen(db, personId, events.claimId)))!;
}

/** Of claims that the caller has yet to judge blind, what their events tell beside the first check. */
export async function withoutUnseen(db: Db, call: Call, told: readonly Event[]): Promise<Event[]> {
  const unseen = await claimsUnseenBy(db, call);
  return told.map((event) => (event.claimId !== null && unseen.has(event.claimId) ? seenBlind(event) : event));
}

/**
 * The events that somebody may know of, in order: none of a source that they may not know, nor of its citations; no comment's that is
 * not shown to them, and no contact's or guest's for those who see nothing internal. That a source fell under a claim is told of the claim all
 * the same. `toldTo` then takes out of each what is not for them.
 */
function seen(db: Db, whose: Beholder, which: SQL) {
  const known = knownTo(db, whose);
  const knownOrNone = known && or(isNull(sources.id), known);
  return db
    .select({ event: eventColumns, known: knownOrNone ? sql<number>`${knownOrNone}` : sql<number>`1` })
    .from(events)
    .leftJoin(sources, eq(sources.id, events.sourceId))
    .where(
      and(
        which,
        commentEventShown(db, whose),
        may(whose.by.role, 'confidential.read') ? undefined : notLike(events.kind, 'contact.%'),
        may(whose.by.role, 'guest.list') ? undefined : notLike(events.kind, 'guest.%'),
        knownOrNone && or(knownOrNone, eq(events.kind, 'claim.recheck')),
      ),
    )
    .orderBy(asc(events.id));
}

/** The events without what is not the caller's to read: which source fell, and notes of every kind for those who see nothing internal. */
function toldTo(call: Call, rows: readonly { event: Event; known: number }[]): Event[] {
  const internal = seesConfidential(call);
  return rows.map(({ event, known }) => {
    const told = known ? event : { ...event, sourceId: null, after: withoutSource(event.after) };
    return internal ? told : { ...told, before: withoutInternal(told.before), after: withoutInternal(told.after) };
  });
}

/** What a fallen source does to a claim, without the source. */
function withoutSource(fields: Event['after']): Event['after'] {
  return fields && 'status' in fields ? { status: fields.status } : null;
}

function withoutInternal(fields: Event['before']): Event['before'] {
  if (!fields) return fields;
  const { note: _, details, firstVerdict: __, secondVerdict: ___, ...rest } = fields;
  return details ? { ...rest, details: detailsTold(details as SourceDetails) } : rest;
}
