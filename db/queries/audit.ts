import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, like, lt, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { CHAIN_START, type ChainFinding, type Link, unwalked, walkChain } from '@/core/event/chain';
import type { AuditLine, Event, EventSubject } from '@/core/event/event';
import type { Page } from '@/core/record';
import { sha256 } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { articles, events } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { claimsUnseenBy } from './checks';
import { claimWords } from './claim-words';
import { pageOf, readCursor, rowsFor } from './cursor';
import { isOfCited, isToldTo, withoutUnseen } from './events';
import { openArticle, openTo } from './open-article';
import type { Paging } from './paging';

/** Which of all events are asked for; what is left out does not matter. */
export interface AuditQuery extends Paging {
  person?: string | undefined;
  article?: string | undefined;
  subject?: EventSubject | undefined;
  /** From this moment on and before that one, ISO 8601. */
  from?: string | undefined;
  until?: string | undefined;
}

/**
 * The record of the whole newsroom, newest first: of every article that the caller may open, the bin's too, and of all that belongs
 * to no article; of a claim that they have yet to judge blind, nothing of its first check. Throws `absent` for an article that is
 * not theirs to open.
 */
export async function auditTrail(store: Reader, call: Call, query: AuditQuery = {}): Promise<Page<Event>> {
  const { person, article, subject, from, until, limit, cursor } = query;
  const db = store.read;
  if (article) await openArticle(db, call, article, { deleted: true });
  const after = readCursor(cursor, [0]);
  const rows = await db
    .select({ event: events })
    .from(events)
    .leftJoin(articles, eq(articles.id, events.articleId))
    .where(
      and(
        or(isNull(events.articleId), and(isNotNull(articles.id), openTo(db, call))),
        isToldTo(db, call.by.id),
        person === undefined ? undefined : eq(events.by, person),
        article === undefined ? undefined : eq(events.articleId, article),
        subject && like(events.kind, `${subject}.%`),
        from === undefined ? undefined : gte(events.at, from),
        until === undefined ? undefined : lt(events.at, until),
        after && lt(events.id, after[0]),
      ),
    )
    .orderBy(desc(events.id))
    .limit(rowsFor(limit));
  const told = await withoutUnseen(
    db,
    call,
    rows.map(({ event: { hash: _, ...event } }) => event),
  );
  return pageOf(told, limit, (last) => [last.id]);
}

/** What the events of a page are about, so that a reader knows it: articles by id, and the words of claims. */
export interface Named {
  articles: { id: string; title: string; scale: string; deleted: boolean }[];
  claims: { id: string; exact: string }[];
}

/** What events name that the caller was shown: whether they may see it is asked before. */
export async function namedIn(store: Reader, shown: readonly Event[]): Promise<Named> {
  const ids = (of: (event: Event) => string | null) => [...new Set(shown.map(of).filter((id) => id !== null))];
  const [titled, words] = await Promise.all([
    store.read
      .select({ id: articles.id, title: articles.title, scale: articles.scale, deletedAt: articles.deletedAt })
      .from(articles)
      .where(
        inArray(
          articles.id,
          ids((event) => event.articleId),
        ),
      ),
    claimWords(
      store.read,
      ids((event) => event.claimId),
    ),
  ]);
  return {
    articles: titled.map(({ deletedAt, ...article }) => ({ ...article, deleted: deletedAt !== null })),
    claims: [...words].map(([id, exact]) => ({ id, exact })),
  };
}

/** How many events are read at once. */
const BATCH = 2_000;

/**
 * The whole record of one article, oldest first, in batches: its own events, and those of the sources that it cites. A line whose
 * event the caller sees in full can be checked by itself: its hash is that of `chainText(previous, event)`. Both are null while the
 * caller has yet to judge a claim blind. Throws `absent`.
 */
export async function* articleTrail(store: Reader, call: Call, articleId: string): AsyncGenerator<AuditLine[]> {
  const db = store.read;
  await openArticle(db, call, articleId, { deleted: true });
  const proves = await mayProve(db, call);
  const cited = isOfCited(db, { articleId, personId: call.by.id });
  const which = or(eq(events.articleId, articleId), and(isNull(events.articleId), cited))!;
  for (let after = 0; ; ) {
    const rows = await db
      .select({ event: events, previous: hashBefore(db) })
      .from(events)
      .where(and(gt(events.id, after), which, isToldTo(db, call.by.id)))
      .orderBy(asc(events.id))
      .limit(BATCH);
    if (rows.length === 0) return;
    after = rows.at(-1)!.event.id;
    const told = await withoutUnseen(
      db,
      call,
      rows.map(({ event }) => event),
    );
    yield told.map((event, at) => ({
      ...event,
      hash: proves ? rows[at]!.event.hash : null,
      previous: proves ? (rows[at]!.previous ?? CHAIN_START) : null,
    }));
  }
}

/** Walks the whole log, oldest first, and tells whether every event follows from the one before it. */
export async function verifyTrail(store: Reader): Promise<ChainFinding> {
  let finding = unwalked;
  for (let after = 0; finding.brokenAt === null; ) {
    const links = await linksAfter(store.read, after);
    if (links.length === 0) break;
    after = links.at(-1)!.id;
    finding = walkChain(links, sha256, finding);
  }
  return finding;
}

/** The hash of one event; undefined where there is no such event. */
export async function hashOfEvent(store: Reader, id: number): Promise<string | null | undefined> {
  const [row] = await store.read.select({ hash: events.hash }).from(events).where(eq(events.id, id));
  return row?.hash;
}

/** The last event of the log with its hash, to be noted elsewhere; null before the first, and while the caller is blind to a claim. */
export async function trailHead(store: Reader, call: Call): Promise<ChainFinding['head']> {
  if (!(await mayProve(store.read, call))) return null;
  const [row] = await store.read
    .select({ id: events.id, hash: events.hash })
    .from(events)
    .orderBy(desc(events.id))
    .limit(1);
  return row?.hash ? { id: row.id, hash: row.hash } : null;
}

/**
 * Whether the caller may have hashes. Whoever has yet to judge a claim blind may not: a verdict is one of a few words, and could be
 * found by hashing each.
 */
async function mayProve(db: Db, call: Call): Promise<boolean> {
  return (await claimsUnseenBy(db, call)).size === 0;
}

async function linksAfter(db: Db, after: number): Promise<Link[]> {
  return db.select().from(events).where(gt(events.id, after)).orderBy(asc(events.id)).limit(BATCH);
}

/** The hash of the event before one in the whole log: numbers have gaps where a change was undone. */
function hashBefore(db: Db): SQL<string | null> {
  const earlier = alias(events, 'earlier');
  const found = db
    .select({ hash: earlier.hash })
    .from(earlier)
    .where(lt(earlier.id, events.id))
    .orderBy(desc(earlier.id))
    .limit(1);
  return sql<string | null>`${found}`;
}
