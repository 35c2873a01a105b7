import { and, eq, isNull } from 'drizzle-orm';
import { Problem } from '@/core/problem';
import type { Citation, Source } from '@/core/source/source';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import type { ArticleRow } from '@/db/records/article';
import type { ClaimRow } from '@/db/records/claim';
import { citationRecord } from '@/db/records/source';
import { citations } from '@/db/schema/schema';
import { claimsUnseenBy } from './checks';
import { openClaim } from './open-article';
import { sourcesById } from './source-records';

export type CitationRow = typeof citations.$inferSelect;

/** A citation, with what it ties together. */
export interface OpenCitation {
  citation: CitationRow;
  source: Source;
  claim: ClaimRow;
  article: ArticleRow;
}

/** The citation, if its claim and its source are the caller's to see; else `absent`, as when there is none or it was dropped. */
export async function openCitation(db: Db, call: Call, id: string): Promise<OpenCitation> {
  const [citation] = await db
    .select()
    .from(citations)
    .where(and(eq(citations.id, id), isNull(citations.deletedAt)));
  if (!citation) throw new Problem('absent');
  const { claim, article } = await openClaim(db, call, citation.claimId);
  const source = (await sourcesById(db, call, [citation.sourceId])).get(citation.sourceId);
  if (!source || (await claimsUnseenBy(db, call)).has(claim.id)) throw new Problem('absent');
  return { citation, source, claim, article };
}

/** The citation's record; dropped ones too, for a create that is repeated. */
export async function anyCitation(db: Db, call: Call, id: string): Promise<Citation> {
  const [row] = await db.select().from(citations).where(eq(citations.id, id));
  const source = row && (await sourcesById(db, call, [row.sourceId])).get(row.sourceId);
  if (!source || (await claimsUnseenBy(db, call)).has(row.claimId)) throw new Problem('absent');
  return citationRecord(call, row, source);
}
