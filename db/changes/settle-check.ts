import { eq } from 'drizzle-orm';
import { moved } from '@/core/claim/life';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { checkOf } from '@/db/queries/checks';
import { heldClaim } from '@/db/queries/held-claim';
import type { Opened } from '@/db/queries/open-article';
import type { ClaimRow } from '@/db/records/claim';
import { checks } from '@/db/schema/schema';
import { actOf, writeClaimRow } from './write-claim';

/**
 * Holds a claim's two verdicts against each other, once both are in: the same verdict is agreement, and the claim goes to its
 * reviewer; two make it disputed, and both checkers and the article's editors are told. What the first checker had said by then
 * is kept beside the second check. Returns the claim's row as it then stands; nothing happens while one of the two is missing.
 */
export async function settleCheck(tx: Db, call: Call, opened: Opened): Promise<ClaimRow> {
  const { claim, article } = opened;
  const check = await checkOf(tx, claim.id);
  if (check?.outcome !== 'waiting' || check.givenAt === null || claim.verdict === null) return claim;
  const agreed = check.verdict === claim.verdict;
  const kept = {
    firstBy: claim.verdictBy,
    firstVerdict: claim.verdict,
    firstRationale: claim.rationale,
    firstAt: claim.verdictAt,
    outcome: agreed ? ('agreed' as const) : ('disputed' as const),
    settledAt: agreed ? call.at : null,
  };
  await tx.update(checks).set(kept).where(eq(checks.id, check.id));
  const held = await heldClaim(tx, claim);
  const fields = agreed
    ? moved(held, 'in-review', 'checks-agreed', actOf(call))
    : moved(held, 'disputed', 'checks-differed', actOf(call));
  const concerned = [check.checkerId, claim.verdictBy, check.askedBy, article.assigneeId, article.createdBy];
  return writeClaimRow(tx, call, opened, `check.${kept.outcome}`, fields, {
    after: { firstVerdict: claim.verdict, secondVerdict: check.verdict, note: check.rationale },
    notices: agreed ? [] : concerned.map((personId) => ({ personId, kind: 'disputed' as const })),
  });
}
