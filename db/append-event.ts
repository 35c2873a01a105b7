import { sql } from 'drizzle-orm';
import type { Event, EventKind } from '@/core/event/event';
import type { Call } from './call';
import { type Db, statement } from './database';
import { events } from './schema/schema';

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
    })
    .returning({ id: events.id })
    .prepare(),
);

/** Writes a change's row of the event log, in the change's own transaction; listeners hear it once that is committed. */
export async function appendEvent(tx: Db, call: Call, happening: Happening): Promise<Event> {
  if (!tx.happened) throw new Error('Events are written inside store.change only.');
  const { kind, articleId = null, claimId = null, sourceId = null } = happening;
  const [before, after] = [said(happening.before), said(happening.after)];
  const event = { kind, at: call.at, by: call.by.id, articleId, claimId, sourceId, before, after };
  const [row] = await insertEvent(tx).execute(event);
  const written = { id: row!.id, ...event };
  tx.happened.push(written);
  return written;
}

function said(fields: Happening['before']): Record<string, unknown> | null {
  return fields && Object.keys(fields).length > 0 ? fields : null;
}
