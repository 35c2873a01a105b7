import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Unmailed } from '@/core/newsroom/digest';
import { articles, notifications, people } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { newsShown } from './notifications';

/** Somebody with unread news that no digest has told of yet. */
export interface Waiting {
  personId: string;
  email: string;
  /** Oldest first; `id` is the number to note as mailed. */
  news: (Unmailed & { id: number })[];
}

/**
 * Everybody at work who wants digests and has news that have been unread since `before` (ISO 8601) or longer, with all of their
 * unread news that were never mailed, of what they may open now.
 */
export async function waitingForDigest(store: Reader, before: string): Promise<Waiting[]> {
  return store.see(async (db) => {
    const wanting = await db
      .select({ id: people.id, email: people.email, role: people.role })
      .from(people)
      .where(and(eq(people.active, true), eq(people.guest, false), eq(people.digest, true)))
      .orderBy(people.id);
    const found: Waiting[] = [];
    for (const { id, email, role } of wanting) {
      const news = await db
        .select({
          id: notifications.id,
          kind: notifications.kind,
          articleId: notifications.articleId,
          claimId: notifications.claimId,
          at: notifications.at,
        })
        .from(notifications)
        .innerJoin(articles, eq(articles.id, notifications.articleId))
        .where(and(newsShown(db, { by: { id, role } }), isNull(notifications.readAt), isNull(notifications.mailedAt)))
        .orderBy(asc(notifications.id));
      if (news.some(({ at }) => at < before))
        found.push({ personId: id, email, news: news.map(({ at: _, ...one }) => one) });
    }
    return found;
  });
}
