import { and, eq, inArray, isNull } from 'drizzle-orm';
import { recheck } from '@/core/claim/recheck';
import type { Source } from '@/core/source/source';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { heldClaim } from '@/db/queries/held-claim';
import { articles, citations, claims } from '@/db/schema/schema';
import { actOf, writeClaim } from './write-claim';

/** Why claims are checked again: how the source under them stands now, and what was said of it. */
export type Fall = Pick<Source, 'title' | 'standing' | 'standingReason'> & { sourceId: string };

/**
 * Sends every claim that a source supports or refutes back to be checked: in every article, those that the caller may not open too,
 * of which they learn nothing. Each keeps the reason in an event of its own; who checks it, and who judged it, are told. What only
 * is context for a claim, and a claim that is closed or deleted, stands on nothing.
 */
export async function recheckClaims(tx: Db, call: Call, fall: Fall): Promise<void> {
  const { sourceId, title, standing, standingReason: note } = fall;
  const rows = await tx
    .selectDistinct({ claim: claims, article: articles })
    .from(citations)
    .innerJoin(claims, eq(claims.id, citations.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(
      and(
        eq(citations.sourceId, sourceId),
        inArray(citations.stance, ['supports', 'refutes']),
        isNull(citations.deletedAt),
        isNull(claims.deletedAt),
        isNull(claims.closedAt),
      ),
    )
    .orderBy(claims.id);
  for (const opened of rows) {
    const held = await heldClaim(tx, opened.claim);
    const notices = [held.assigneeId, held.verdictBy].map((personId) => ({ personId, kind: 'recheck' as const }));
    const after = { title, standing, ...(note && { note }) };
    await writeClaim(tx, call, opened, 'claim.recheck', recheck(held, actOf(call)), { after, sourceId, notices });
  }
}
