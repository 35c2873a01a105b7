import { and, eq, exists, inArray, or, type Placeholder, type SQL, sql } from 'drizzle-orm';
import { mayOpen } from '@/core/newsroom/rights';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import { type Db, statement } from '@/db/database';
import { type ArticleRow, accessOf } from '@/db/records/article';
import type { ClaimRow } from '@/db/records/claim';
import { articles, claims, readers } from '@/db/schema/schema';

const selectArticle = statement((db) =>
  db
    .select()
    .from(articles)
    .where(eq(articles.id, sql.placeholder('id')))
    .prepare(),
);
const selectReaders = statement((db) =>
  db
    .select({ personId: readers.personId })
    .from(readers)
    .where(eq(readers.articleId, sql.placeholder('id')))
    .orderBy(readers.personId)
    .prepare(),
);
const selectClaim = statement((db) =>
  db
    .select()
    .from(claims)
    .where(eq(claims.id, sql.placeholder('id')))
    .prepare(),
);

/**
 * The article, if the caller may open it; `absent` where there is none or it is not theirs to see, which look alike. An article
 * in the bin is absent too, unless `deleted` takes it as well.
 */
export async function openArticle(db: Db, call: Call, id: string, { deleted = false } = {}): Promise<ArticleRow> {
  const [row] = await selectArticle(db).execute({ id });
  if (!row || (row.deletedAt !== null && !deleted)) throw new Problem('absent');
  const access = accessOf(row, row.restricted ? await readersOf(db, id) : []);
  if (!mayOpen(call.by.id, { createdBy: row.createdBy, access })) throw new Problem('absent');
  return row;
}

/** Who may open a restricted article beside its maker. */
export async function readersOf(db: Db, id: string): Promise<string[]> {
  return (await selectReaders(db).execute({ id })).map(({ personId }) => personId);
}

/** The same for many articles: those that are not restricted have none. */
export async function readersOfAll(db: Db, ids: string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (ids.length === 0) return found;
  const rows = await db.select().from(readers).where(inArray(readers.articleId, ids)).orderBy(readers.personId);
  for (const { articleId, personId } of rows) found.set(articleId, [...(found.get(articleId) ?? []), personId]);
  return found;
}

/** A claim and the article that it is in, as their rows stand. */
export interface Opened {
  claim: ClaimRow;
  article: ArticleRow;
}

/** The claim and its article, if the caller may open that; a deleted claim is absent, unless `deleted` takes it as well. */
export async function openClaim(db: Db, call: Call, id: string, { deleted = false } = {}): Promise<Opened> {
  const [claim] = await selectClaim(db).execute({ id });
  if (!claim || (claim.deletedAt !== null && !deleted)) throw new Problem('absent');
  return { claim, article: await openArticle(db, call, claim.articleId) };
}

/** `mayOpen` as a condition on `articles`, for lists. */
export function openTo(db: Db, call: { readonly by: { readonly id: string | Placeholder } }): SQL {
  const amongReaders = db
    .select({ one: sql`1` })
    .from(readers)
    .where(and(eq(readers.articleId, articles.id), eq(readers.personId, call.by.id)));
  return or(eq(articles.restricted, false), eq(articles.createdBy, call.by.id), exists(amongReaders))!;
}
