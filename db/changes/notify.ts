import { and, eq, inArray } from 'drizzle-orm';
import type { Event } from '@/core/event/event';
import type { NotificationKind } from '@/core/newsroom/notification';
import { mayOpen } from '@/core/newsroom/rights';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { readersOf } from '@/db/queries/open-article';
import { accessOf } from '@/db/records/article';
import { articles, notifications, people } from '@/db/schema/schema';

/** Whom an event should be told to, and why. */
export interface Notice {
  personId: string | null | undefined;
  kind: NotificationKind;
  commentId?: string | undefined;
}

/**
 * Tells people of an event of an article, in the event's own transaction: each once, for the first reason given. Nobody is told of
 * what they did themselves, nor who is inactive or a guest, nor who may not open the article: for them there is nothing.
 */
export async function notify(tx: Db, call: Call, event: Event, notices: readonly Notice[]): Promise<void> {
  const told = new Map<string, Notice>();
  for (const notice of notices)
    if (notice.personId && notice.personId !== call.by.id && !told.has(notice.personId))
      told.set(notice.personId, notice);
  if (told.size === 0 || event.articleId === null) return;
  const [article] = await tx.select().from(articles).where(eq(articles.id, event.articleId));
  if (!article) return;
  const access = accessOf(article, article.restricted ? await readersOf(tx, article.id) : []);
  const found = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, [...told.keys()]), eq(people.active, true), eq(people.guest, false)));
  for (const { id } of found) {
    if (!mayOpen(id, { createdBy: article.createdBy, access })) continue;
    const { kind, commentId = null } = told.get(id)!;
    await tx.insert(notifications).values({
      personId: id,
      kind,
      eventId: event.id,
      by: event.by,
      articleId: article.id,
      claimId: event.claimId,
      commentId,
      at: event.at,
    });
  }
}
