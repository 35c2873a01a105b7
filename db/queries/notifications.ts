import { and, count, desc, eq, exists, isNull, lt, not, or, type SQL, sql } from 'drizzle-orm';
import type { Notification, Notifications } from '@/core/newsroom/news';
import type { NotificationKind } from '@/core/newsroom/notification';
import type { Role } from '@/core/newsroom/vocabulary';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { anchors, articles, claims, comments, notifications, people } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { isUnseen } from './checks';
import { pageOf, readCursor, rowsFor } from './cursor';
import { openTo } from './open-article';
import type { Paging } from './paging';
import { commentShown } from './shown-comments';

export interface NewsQuery extends Paging {
  unread?: boolean;
  kind?: NotificationKind | undefined;
}

/** How much of a claim's words is told, in characters: what a line can show. */
const QUOTE = 160;

/** Somebody's news, newest first, and how many of all are unread. */
export async function listNotifications(store: Reader, call: Call, query: NewsQuery = {}): Promise<Notifications> {
  return store.see(async (db) => {
    const { unread = false, kind, limit, cursor } = query;
    const after = readCursor(cursor, [0]);
    const quote = db
      .select({ exact: sql<string>`substr(${anchors.exact}, 1, ${QUOTE})` })
      .from(anchors)
      .where(eq(anchors.claimId, notifications.claimId))
      .orderBy(anchors.createdAt, anchors.id)
      .limit(1);
    const rows = await db
      .select({
        id: notifications.id,
        kind: notifications.kind,
        articleId: notifications.articleId,
        articleTitle: articles.title,
        claimId: notifications.claimId,
        commentId: notifications.commentId,
        quote: sql<string | null>`(${quote})`,
        by: notifications.by,
        byName: people.name,
        at: notifications.at,
        readAt: notifications.readAt,
      })
      .from(notifications)
      .innerJoin(articles, eq(articles.id, notifications.articleId))
      .innerJoin(people, eq(people.id, notifications.by))
      .where(
        and(
          newsShown(db, call),
          unread ? isNull(notifications.readAt) : undefined,
          kind && eq(notifications.kind, kind),
          after && lt(notifications.id, after[0]),
        ),
      )
      .orderBy(desc(notifications.id))
      .limit(rowsFor(limit));
    const { items, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
    const told: Notification[] = items.map((row) => ({ ...row, id: String(row.id) }));
    return { items: told, nextCursor, unread: await countUnread(db, call) };
  });
}

/** How many of somebody's news are unread. */
export async function countUnread(db: Db, whose: Whose): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(notifications)
    .innerJoin(articles, eq(articles.id, notifications.articleId))
    .where(and(newsShown(db, whose), isNull(notifications.readAt)));
  return row?.n ?? 0;
}

interface Whose {
  readonly by: { readonly id: string; readonly role: Role };
}

/**
 * Which news are a person's to hear now, as a condition on `notifications` joined with `articles`: of what they may open, is not
 * deleted, and was said where they may read it. Of a claim that they have yet to judge blind, that they are asked to.
 */
export function newsShown(db: Db, whose: Whose): SQL | undefined {
  const one = { one: sql`1` };
  const claim = db
    .select(one)
    .from(claims)
    .where(and(eq(claims.id, notifications.claimId), isNull(claims.deletedAt)));
  const comment = db
    .select(one)
    .from(comments)
    .where(and(eq(comments.id, notifications.commentId), isNull(comments.deletedAt), commentShown(db, whose)));
  return and(
    eq(notifications.personId, whose.by.id),
    isNull(articles.deletedAt),
    openTo(db, whose),
    or(isNull(notifications.claimId), exists(claim)),
    or(eq(notifications.kind, 'second-check'), not(isUnseen(db, whose.by.id, notifications.claimId))),
    or(isNull(notifications.commentId), exists(comment)),
  );
}
