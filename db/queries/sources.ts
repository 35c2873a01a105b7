import {
  and,
  asc,
  count,
  countDistinct,
  desc,
  eq,
  exists,
  isNotNull,
  isNull,
  lt,
  not,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { Problem } from '@/core/problem';
import type { Page } from '@/core/record';
import { normaliseAddress } from '@/core/source/address';
import type { SourceFigures } from '@/core/source/figures';
import type { LinkState, ListedSource, Source, SourceClaim, SourceKind, Standing, Tier } from '@/core/source/source';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { articles, citations, claims, sources } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { isUnseen } from './checks';
import { claimWords } from './claim-words';
import { pageOf, readCursor, rowsFor } from './cursor';
import { finds } from './finding';
import { knownRows, knownTo } from './known-sources';
import { openArticle, openTo } from './open-article';
import type { Paging } from './paging';
import { sourceRecords } from './source-records';

type SourceRow = typeof sources.$inferSelect;

/** In which order sources are listed: what changed last, by title, or what most claims stand on. */
export const sourceOrders = ['activity', 'title', 'claims'] as const;
export type SourceOrder = (typeof sourceOrders)[number];

export interface SourceQuery extends Paging {
  /** Words of title, publisher, author or address; or a whole address, which finds the same page however it is written. */
  q?: string;
  kind?: SourceKind | undefined;
  /** Null for those whose tier nobody has said. */
  tier?: Tier | null | undefined;
  standing?: Standing | undefined;
  confidential?: boolean | undefined;
  link?: LinkState | undefined;
  /** Those that a live claim of this article cites. */
  article?: string | undefined;
  /** Those that no live claim of an article that the caller may open stands on. */
  unused?: boolean | undefined;
  /** The deleted ones instead. */
  deleted?: boolean | undefined;
  order?: SourceOrder | undefined;
}

/**
 * The newsroom's sources, as the caller may know them, each with how many live claims that they may open stand on it. Throws `absent`
 * where they are asked for by an article that is not the caller's to open.
 */
export async function listSources(store: Reader, call: Call, query: SourceQuery = {}): Promise<Page<ListedSource>> {
  const { order = 'activity', limit, cursor } = query;
  const db = store.read;
  if (query.article !== undefined) await openArticle(db, call, query.article);
  const cited = citedIn(db, call);
  const keys = keysOf(order, cited);
  const after = readCursor(cursor, keys.kinds);
  const rows = await db
    .select({ source: sources, claims: cited })
    .from(sources)
    .where(and(asked(db, call, query, cited), after && keys.after(after)))
    .orderBy(...keys.by)
    .limit(rowsFor(limit));
  const { items, nextCursor } = pageOf(rows, limit, keys.of);
  const records = await sourceRecords(
    db,
    call,
    items.map(({ source }) => source),
  );
  return {
    items: items.map(({ source, claims }) => ({ ...records.get(source.id)!, claims: Number(claims) })),
    nextCursor,
  };
}

/** How many sources of the newsroom, or of an article that the caller may open, they may know: by kind, and by what makes them worth a look. */
export async function sourceFigures(store: Reader, call: Call, article?: string): Promise<SourceFigures> {
  const db = store.read;
  if (article !== undefined) await openArticle(db, call, article);
  const cited = citedIn(db, call);
  const having = async (query: SourceQuery) => {
    const [row] = await db
      .select({ n: count() })
      .from(sources)
      .where(asked(db, call, { ...query, article }, cited));
    return row?.n ?? 0;
  };
  const kinds = await db
    .select({ kind: sources.kind, count: count() })
    .from(sources)
    .where(asked(db, call, { article }, cited))
    .groupBy(sources.kind)
    .orderBy(desc(count()), asc(sources.kind));
  return {
    kinds,
    looks: {
      fallen: await having({ standing: 'fallen' }),
      doubtful: await having({ standing: 'doubtful' }),
      dead: await having({ link: 'dead' }),
      changed: await having({ link: 'changed' }),
      untiered: await having({ tier: null }),
      unused: await having({ unused: true }),
    },
  };
}

function asked(db: Db, call: Call, query: SourceQuery, cited: SQL): SQL | undefined {
  const { q = '', kind, tier, standing, confidential, link, article, unused = false, deleted = false } = query;
  const address = normaliseAddress(q);
  return and(
    // A double that was merged lives on in the other.
    deleted ? and(isNotNull(sources.deletedAt), isNull(sources.mergedInto)) : isNull(sources.deletedAt),
    knownTo(db, call),
    kind && eq(sources.kind, kind),
    tier === undefined ? undefined : tier === null ? isNull(sources.tier) : eq(sources.tier, tier),
    standing && eq(sources.standing, standing),
    confidential === undefined ? undefined : eq(sources.confidential, confidential),
    link && eq(sources.link, link),
    article === undefined ? undefined : citedBy(db, call, article),
    unused ? sql`${cited} = 0` : undefined,
    address === null ? finds(sources.finding, q) : or(eq(sources.address, address), finds(sources.finding, q)),
  );
}

/** How many live claims that the caller may open stand on a source: a number of each row. */
function citedIn(db: Db, call: Call): SQL<number> {
  const counted = db
    .select({ n: countDistinct(citations.claimId) })
    .from(citations)
    .innerJoin(claims, eq(claims.id, citations.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(standsHere(db, call));
  return sql<number>`(${counted})`;
}

/** That a live claim of this article stands on a source, which the caller may know. */
function citedBy(db: Db, call: Call, articleId: string): SQL {
  const found = db
    .select({ one: sql`1` })
    .from(citations)
    .innerJoin(claims, eq(claims.id, citations.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(and(eq(claims.articleId, articleId), standsHere(db, call)));
  return exists(found);
}

/** That a claim stands on the source in whose row this is asked, is live, and is the caller's to open and to know of. */
function standsHere(db: Db, call: Call): SQL | undefined {
  return and(eq(citations.sourceId, sources.id), live(), openTo(db, call), not(isUnseen(db, call.by.id, claims.id)));
}

type Listed = { source: SourceRow; claims: number };

/** What a list goes by: its order, the values of a row in it, and the condition that a row comes after such values. */
function keysOf(order: SourceOrder, cited: SQL<number>) {
  if (order === 'title')
    return {
      kinds: ['title', 'id'] as (string | number)[],
      by: [asc(sources.finding), asc(sources.id)],
      of: ({ source }: Listed) => [source.finding, source.id],
      after: ([finding, id]: (string | number)[]) =>
        or(sql`${sources.finding} > ${finding}`, and(eq(sources.finding, String(finding)), sql`${sources.id} > ${id}`)),
    };
  const first = order === 'claims' ? cited : sql<number>`0`;
  return {
    kinds: [0, 'updatedAt', 'id'] as (string | number)[],
    by: [...(order === 'claims' ? [desc(first)] : []), desc(sources.updatedAt), desc(sources.id)],
    of: ({ source, claims }: Listed) => [order === 'claims' ? Number(claims) : 0, source.updatedAt, source.id],
    after: ([claims, at, id]: (string | number)[]) =>
      or(
        sql`${first} < ${claims}`,
        and(
          sql`${first} = ${claims}`,
          or(lt(sources.updatedAt, String(at)), and(eq(sources.updatedAt, String(at)), lt(sources.id, String(id)))),
        ),
      ),
  };
}

/**
 * One source; `absent` when there is none, it is deleted, or it is confidential and not the caller's to know. The id of a double that
 * was merged is answered with the source that it was merged into.
 */
export async function getSource(store: Reader, call: Call, id: string): Promise<Source> {
  const row = await openSource(store.read, call, await mergedIdOf(store.read, id));
  return (await sourceRecords(store.read, call, [row])).get(row.id)!;
}

/** The id of the source that a double was merged into; of any other, its own. */
export async function mergedIdOf(db: Db, id: string): Promise<string> {
  const [row] = await db.select({ into: sources.mergedInto }).from(sources).where(eq(sources.id, id));
  return row?.into ?? id;
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

/**
 * What falls if this source falls: the live claims that cite it, of the articles that the caller may open, newest article first.
 * What a claim stands on that the caller has yet to judge blind is not told.
 */
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
    .where(and(eq(citations.sourceId, id), live(), openTo(db, call), not(isUnseen(db, call.by.id, claims.id))))
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

/** The citation, its claim and its article are all out of the bin. */
function live() {
  return and(isNull(citations.deletedAt), isNull(claims.deletedAt), isNull(articles.deletedAt));
}
