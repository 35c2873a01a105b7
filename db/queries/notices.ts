import { and, asc, eq, gt, isNull, or } from 'drizzle-orm';
import type { Notice } from '@/core/article/notice';
import { Problem } from '@/core/problem';
import type { Page } from '@/core/record';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { notices } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { pageOf, readCursor, rowsFor } from './cursor';
import { openArticle } from './open-article';
import type { Paging } from './paging';

export type NoticeRow = typeof notices.$inferSelect;

/** An entry of a corrections log as everybody sees it who may open the article. */
export function noticeRecord({ deletedAt: _, ...notice }: NoticeRow): Notice {
  return notice;
}

/** The corrections log of an article, oldest first; all of it without a limit. Throws `absent`. */
export async function listNotices(
  store: Reader,
  call: Call,
  articleId: string,
  { limit, cursor }: Paging = {},
): Promise<Page<Notice>> {
  return store.see(async (db) => {
    await openArticle(db, call, articleId);
    const after = readCursor(cursor, ['createdAt', 'id']);
    const rows = await db
      .select()
      .from(notices)
      .where(
        and(
          eq(notices.articleId, articleId),
          isNull(notices.deletedAt),
          after && or(gt(notices.createdAt, after[0]), and(eq(notices.createdAt, after[0]), gt(notices.id, after[1]))),
        ),
      )
      .orderBy(asc(notices.createdAt), asc(notices.id))
      .limit(rowsFor(limit));
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.createdAt, row.id]);
    return { items: items.map(noticeRecord), nextCursor };
  });
}

/** The entry, if its article is the caller's to open; else `absent`, as when there is none. `deleted` takes one that is gone as well. */
export async function openNotice(db: Db, call: Call, id: string, { deleted = false } = {}): Promise<NoticeRow> {
  const [notice] = await db.select().from(notices).where(eq(notices.id, id));
  if (!notice || (notice.deletedAt !== null && !deleted)) throw new Problem('absent');
  await openArticle(db, call, notice.articleId);
  return notice;
}
