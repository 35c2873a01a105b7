import { createHash } from 'node:crypto';
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { CHAIN_START, chainText, type Said } from '@/core/event/chain';
import { changesWhatWasSigned } from '@/core/event/changes-signed';
import type { Event, EventKind } from '@/core/event/event';
import type { Call } from './call';
import { type Db, statement } from './database';
import { articles, events } from './schema/schema';

/** What happened: only the fields that the change touched, as they were and as they are. What it does not concern is left out. */
export interface Happening {
  kind: EventKind;
  articleId?: string | null;
  claimId?: string | null;
  sourceId?: string | null;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
}

const insertEvent = statement((db) =>
  db
    .insert(events)
    .values({
      kind: sql.placeholder('kind'),
      at: sql.placeholder('at'),
      by: sql.placeholder('by'),
      articleId: sql.placeholder('articleId'),
      claimId: sql.placeholder('claimId'),
      sourceId: sql.placeholder('sourceId'),
      before: sql.placeholder('before'),
      after: sql.placeholder('after'),
      hash: sql.placeholder('hash'),
    })
    .returning({ id: events.id })
    .prepare(),
);
const selectLast = statement((db) =>
  db.select({ hash: events.hash }).from(events).orderBy(desc(events.id)).limit(1).prepare(),
);

/** The first change of what was signed off is remembered by its time. */
const markChanged = statement((db) =>
  db
    .update(articles)
    .set({ changedSince: sql`${sql.placeholder('at')}` })
    .where(and(eq(articles.id, sql.placeholder('id')), isNotNull(articles.signedOff), isNull(articles.changedSince)))
    .prepare(),
);

/**
 * Writes a change's row of the event log, in the change's own transaction; listeners hear it once that is committed. A change of
 * what was signed off marks its article.
 */
export async function appendEvent(tx: Db, call: Call, happening: Happening): Promise<Event> {
  if (!tx.happened) throw new Error('Events are written inside store.change only.');
  const { kind, articleId = null, claimId = null, sourceId = null } = happening;
  const [before, after] = [said(happening.before), said(happening.after)];
  const event = { kind, at: call.at, by: call.by.id, articleId, claimId, sourceId, before, after };
  const written = { id: await chainEvent(tx, event), ...event };
  if (articleId !== null && changesWhatWasSigned(written))
    await markChanged(tx).execute({ id: articleId, at: call.at });
  tx.happened.push(written);
  return written;
}

/**
 * Writes an event at the end of the log, chained to the one before it, and answers its number; nobody hears of it. What it says is
 * hashed as it will be read again.
 */
export async function chainEvent(tx: Db, event: Said): Promise<number> {
  const [last] = await selectLast(tx).execute();
  const hash = sha256(chainText(last?.hash ?? CHAIN_START, event));
  const [row] = await insertEvent(tx).execute({ ...event, hash });
  return row!.id;
}

/** SHA-256 of a text in UTF-8, in lower-case hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function said(fields: Happening['before']): Record<string, unknown> | null {
  return fields && Object.keys(fields).length > 0 ? fields : null;
}
