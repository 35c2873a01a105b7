import { and, eq, exists, inArray, isNull, not, or, type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { Role } from '@/core/newsroom/person';
import { may } from '@/core/newsroom/rights';
import type { Db } from '@/db/database';
import { articles, citations, claims, sources } from '@/db/schema/schema';
import { isUnseen } from './checks';
import { openTo } from './open-article';

/** Whose sight is asked about; the id may be filled in when a prepared statement runs. */
export interface Beholder {
  readonly by: { readonly id: string | Placeholder; readonly role: Role };
}

/** `mayKnow` of `core/source` as a condition on `sources`, for lists and events; none for those who may know every source. What a
 * claim stands on that they have yet to judge blind is not theirs to know by it. */
export function knownTo(db: Db, { by }: Beholder): SQL | undefined {
  if (may(by.role, 'confidential.read-all')) return undefined;
  const open = eq(sources.confidential, false);
  if (!may(by.role, 'confidential.read')) return open;
  const cited = db
    .select({ one: sql`1` })
    .from(citations)
    .innerJoin(claims, eq(claims.id, citations.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(
      and(
        // What was cited from a double is cited from the source that it was merged into.
        eq(citations.sourceId, sql`coalesce(${sources.mergedInto}, ${sources.id})`),
        isNull(citations.deletedAt),
        isNull(claims.deletedAt),
        isNull(articles.deletedAt),
        openTo(db, { by }),
        not(isUnseen(db, by.id, claims.id)),
        or(
          eq(citations.createdBy, by.id),
          eq(claims.assigneeId, by.id),
          eq(claims.secondCheckerId, by.id),
          eq(claims.verdictBy, by.id),
          eq(claims.createdBy, by.id),
        ),
      ),
    );
  return or(open, eq(sources.createdBy, by.id), exists(cited));
}

/** Those of these rows that the caller may know. */
export async function knownRows<Row extends { id: string; confidential: boolean }>(
  db: Db,
  call: Beholder,
  rows: readonly Row[],
): Promise<Row[]> {
  const kept = rows.filter(({ confidential }) => confidential).map(({ id }) => id);
  const condition = kept.length === 0 ? undefined : knownTo(db, call);
  if (!condition) return [...rows];
  const found = await db
    .select({ id: sources.id })
    .from(sources)
    .where(and(inArray(sources.id, kept), condition));
  const known = new Set(found.map(({ id }) => id));
  return rows.filter(({ id, confidential }) => !confidential || known.has(id));
}
