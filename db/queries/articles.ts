import { and, desc, eq, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import type { Node } from 'prosemirror-model';
import type { Article, ArticleStatus, ArticleWithDoc } from '@/core/article/article';
import { articleText as plainText } from '@/core/article/text';
import type { Page } from '@/core/record';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { type ArticleRow, articleRecord } from '@/db/records/article';
import { articles } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { pageOf, readCursor, rowsFor } from './cursor';
import { docOf } from './doc';
import { finds } from './finding';
import { looksOf } from './looks';
import { openArticle, openTo, readersOf, readersOfAll } from './open-article';
import type { Paging } from './paging';
import { progressOf } from './progress';

/** The statuses of an article that is still to be checked. */
export const unfinished: ArticleStatus[] = ['draft', 'checking'];

export interface ArticleQuery extends Paging {
  status?: ArticleStatus;
  /** Words of the title. */
  q?: string;
  /** Who answers for it: a person's id, or null for nobody. */
  assignee?: string | null;
  /** Only what is still to be checked and whose deadline is over. */
  late?: boolean;
  /** The bin instead of the list. */
  deleted?: boolean;
}

/** The articles that the caller may open, newest activity first. */
export async function listArticles(store: Reader, call: Call, query: ArticleQuery = {}): Promise<Page<Article>> {
  const { status, q = '', assignee, late = false, deleted = false, limit, cursor } = query;
  const db = store.read;
  const after = readCursor(cursor, ['updatedAt', 'id']);
  const rows = await db
    .select()
    .from(articles)
    .where(
      and(
        deleted ? isNotNull(articles.deletedAt) : isNull(articles.deletedAt),
        openTo(db, call),
        status && eq(articles.status, status),
        finds(articles.finding, q),
        assignee === undefined
          ? undefined
          : assignee === null
            ? isNull(articles.assigneeId)
            : eq(articles.assigneeId, assignee),
        late ? and(inArray(articles.status, unfinished), lt(articles.deadline, call.at)) : undefined,
        after && or(lt(articles.updatedAt, after[0]), and(eq(articles.updatedAt, after[0]), lt(articles.id, after[1]))),
      ),
    )
    .orderBy(desc(articles.updatedAt), desc(articles.id))
    .limit(rowsFor(limit));
  const { items, nextCursor } = pageOf(rows, limit, (row) => [row.updatedAt, row.id]);
  return { items: await articleRecords(db, call, items), nextCursor };
}

/** One article with its text; `absent` when there is none, it is in the bin or not the caller's to see. */
export async function getArticle(store: Reader, call: Call, id: string): Promise<ArticleWithDoc> {
  const { article, doc } = await readArticle(store, call, id);
  return { ...article, doc: doc.toJSON(), looks: [...(await looksOf(store.read, id))].sort() };
}

/** One article and its text as ProseMirror has it, for what is computed from them. */
export async function readArticle(store: Reader, call: Call, id: string): Promise<{ article: Article; doc: Node }> {
  return store.see(async (db) => {
    const row = await openArticle(db, call, id);
    return { article: await oneArticleRecord(db, call, row), doc: await docOf(db, row) };
  });
}

/** The article's plain text and the version that it is of. */
export async function articleText(store: Reader, call: Call, id: string): Promise<{ text: string; version: number }> {
  const row = await openArticle(store.read, call, id);
  return { text: plainText(await docOf(store.read, row)).text, version: row.version };
}

/** The record of an article whose row is at hand, as the caller may see it. */
export async function oneArticleRecord(db: Db, call: Call, row: ArticleRow): Promise<Article> {
  const readers = row.restricted ? await readersOf(db, row.id) : [];
  const progress = await progressOf(db, call, [row.id]);
  return articleRecord(row, readers, progress.get(row.id)!);
}

async function articleRecords(db: Db, call: Call, rows: ArticleRow[]): Promise<Article[]> {
  const progress = await progressOf(
    db,
    call,
    rows.map(({ id }) => id),
  );
  const restricted = rows.filter((row) => row.restricted).map(({ id }) => id);
  const readers = await readersOfAll(db, restricted);
  return rows.map((row) => articleRecord(row, readers.get(row.id) ?? [], progress.get(row.id)!));
}
