import { and, countDistinct, desc, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import { Problem } from '@/core/problem';
import type { Page } from '@/core/record';
import { normaliseAddress } from '@/core/source/address';
import type { ListedSource, Source, SourceClaim, SourceKind } from '@/core/source/source';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { articles, citations, claims, sources } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { claimWords } from './claim-words';
import { pageOf, readCursor, rowsFor } from './cursor';
import { finds } from './finding';
import { knownRows, knownTo } from './known-sources';
import { openTo } from './open-article';
import type { Paging } from './paging';
import { sourceRecords } from './source-records';

export interface SourceQuery extends Paging {
  /** Words of title, publisher, author or address; or a whole address, which finds the same page however it is written. */
  q?: string;
  kind?: SourceKind;
}

/** The newsroom's sources, newest activity first, each with how many live claims that the caller may open stand on it. */
export async function listSources(store: Reader, call: Call, query: SourceQuery = {}): Promise<Page<ListedSource>> {
  const { q = '', kind, limit, cursor } = query;
  const db = store.read;
  const after = readCursor(cursor, ['updatedAt', 'id']);
  const address = normaliseAddress(q);
  const rows = await db
    .select()
    .from(sources)
    .where(
      and(
        isNull(sources.deletedAt),
        knownTo(db, call),
        kind && eq(sources.kind, kind),
        address === null ? finds(sources.finding, q) : or(eq(sources.address, address), finds(sources.finding, q)),
        after && or(lt(sources.updatedAt, after[0]), and(eq(sources.updatedAt, after[0]), lt(sources.id, after[1]))),
      ),
    )
    .orderBy(desc(sources.updatedAt), desc(sources.id))
    .limit(rowsFor(limit));
  const { items, nextCursor } = pageOf(rows, limit, (row) => [row.updatedAt, row.id]);
  const records = await sourceRecords(db, call, items);
  const cited = await claimsStandingOn(
    db,
    call,
    items.map(({ id }) => id),
  );
  return { items: items.map(({ id }) => ({ ...records.get(id)!, claims: cited.get(id) ?? 0 })), nextCursor };
}

/** One source; `absent` when there is none, it is deleted, or it is confidential and not the caller's to know. */
export async function getSource(store: Reader, call: Call, id: string): Promise<Source> {
  const row = await openSource(store.read, call, id);
  return (await sourceRecords(store.read, call, [row])).get(id)!;
}

/** The sources that are the page of this address, however either is written; newest activity first. */
export async function findSourceByAddress(store: Reader, call: Call, url: string): Promise<Source[]> {
  const address = normaliseAddress(url);
  if (address === null) return [];
  const rows = await store.read
    .select()
    .from(sources)
    .where(and(eq(sources.address, address), isNull(sources.deletedAt)))
    .orderBy(desc(sources.updatedAt), desc(sources.id));
  return [...(await sourceRecords(store.read, call, rows)).values()];
}

/** What falls if this source falls: the live claims that cite it, of the articles that the caller may open, newest article first. */
export async function sourceClaims(store: Reader, call: Call, id: string): Promise<SourceClaim[]> {
  const db = store.read;
  await openSource(db, call, id);
  const rows = await db
    .select({
      claimId: claims.id,
      articleId: articles.id,
      articleTitle: articles.title,
      verdict: claims.verdict,
      scale: articles.scale,
      stance: citations.stance,
      status: claims.status,
    })
    .from(citations)
    .innerJoin(claims, eq(claims.id, citations.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(and(eq(citations.sourceId, id), live(), openTo(db, call)))
    .orderBy(desc(articles.updatedAt), articles.id, claims.place, claims.id);
  const words = await claimWords(
    db,
    rows.map(({ claimId }) => claimId),
  );
  return rows.map((row) => ({ ...row, exact: words.get(row.claimId) ?? '' }));
}

/** The row of a source that is not deleted and that the caller may know, else `absent`. */
export async function openSource(db: Db, call: Call, id: string) {
  const [row] = await db.select().from(sources).where(eq(sources.id, id));
  if (!row || row.deletedAt !== null || (await knownRows(db, call, [row])).length === 0) throw new Problem('absent');
  return row;
}

async function claimsStandingOn(db: Db, call: Call, sourceIds: string[]): Promise<Map<string, number>> {
  if (sourceIds.length === 0) return new Map();
  const rows = await db
    .select({ id: citations.sourceId, claims: countDistinct(citations.claimId) })
    .from(citations)
    .innerJoin(claims, eq(claims.id, citations.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(and(inArray(citations.sourceId, sourceIds), live(), openTo(db, call)))
    .groupBy(citations.sourceId);
  return new Map(rows.map((row) => [row.id, row.claims]));
}

/** The citation, its claim and its article are all out of the bin. */
function live() {
  return and(isNull(citations.deletedAt), isNull(claims.deletedAt), isNull(articles.deletedAt));
}
