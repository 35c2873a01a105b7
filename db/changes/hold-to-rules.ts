import { and, eq, inArray, isNull } from 'drizzle-orm';
import { unapproved } from '@/core/claim/life';
import { unmetSources } from '@/core/claim/unmet-rules';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { heldClaim, houseOf } from '@/db/queries/held-claim';
import { articles, citations, claims } from '@/db/schema/schema';
import { actOf, writeClaim } from './write-claim';

/**
 * Takes the approvals of these claims away where what they stand on is no longer what the rules ask for their verdicts: those that
 * were approved go back to their reviewers, also in articles that the caller may not open. To be called after whatever changes
 * a citation, or a source that is cited, in the same transaction. Returns how many lost their approvals.
 */
export async function holdToRules(tx: Db, call: Call, claimIds: readonly string[]): Promise<number> {
  if (claimIds.length === 0) return 0;
  let lost = 0;
  const found = await tx
    .select({ claim: claims, article: articles })
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(
      and(
        inArray(claims.id, [...claimIds]),
        inArray(claims.status, ['approved', 'in-review']),
        isNull(claims.deletedAt),
      ),
    );
  for (const opened of found) {
    const held = await heldClaim(tx, opened.claim);
    if (held.approvals.length === 0) continue;
    if (unmetSources(held, await houseOf(tx, opened.article)).length === 0) continue;
    const fields = unapproved(held, 'rules-unmet', actOf(call));
    await writeClaim(tx, call, opened, 'claim.changed', fields, { after: { reason: 'rules-unmet' } });
    lost += 1;
  }
  return lost;
}

/** The same for every claim that stands on a source. */
export async function holdStandingOn(tx: Db, call: Call, sourceId: string): Promise<number> {
  const rows = await tx
    .selectDistinct({ id: citations.claimId })
    .from(citations)
    .where(and(eq(citations.sourceId, sourceId), isNull(citations.deletedAt)));
  return holdToRules(
    tx,
    call,
    rows.map(({ id }) => id),
  );
}
