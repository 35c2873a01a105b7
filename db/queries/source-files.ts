import { and, eq, exists, inArray, isNull, not, or, type SQL, sql } from 'drizzle-orm';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { articles, citations, claims, sourceFiles } from '@/db/schema/schema';
import { isUnseen } from './checks';
import { openTo } from './open-article';

export type FileRow = typeof sourceFiles.$inferSelect;

/** The evidence files of sources that the caller may see, oldest first, each only where `fileOpenTo` holds. */
export function filesOfSources(db: Db, call: Call, sourceIds: string[]): Promise<FileRow[]> {
  return db
    .select()
    .from(sourceFiles)
    .where(and(inArray(sourceFiles.sourceId, sourceIds), isNull(sourceFiles.deletedAt), fileOpenTo(db, call)))
    .orderBy(sourceFiles.createdAt, sourceFiles.id);
}

/**
 * `openTo` as a condition on `sourceFiles`. A file that was put on a citation belongs to that article's work as well: where the
 * caller may not open the article, or has yet to judge the claim blind, there is no such file.
 */
export function fileOpenTo(db: Db, call: Call): SQL {
  const onSeenClaim = db
    .select({ one: sql`1` })
    .from(citations)
    .innerJoin(claims, eq(claims.id, citations.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(and(eq(citations.id, sourceFiles.citationId), openTo(db, call), not(isUnseen(db, call.by.id, claims.id))));
  return or(isNull(sourceFiles.citationId), exists(onSeenClaim))!;
}
